package org.colmado.insights.personas;

import java.util.Objects;

/** The same words in Dominican Spanish and in English. */
public record Text(String es, String en) {
  public Text {
    Objects.requireNonNull(es, "es");
    Objects.requireNonNull(en, "en");
  }

  boolean isBlank() {
    return es.isBlank() || en.isBlank();
  }
}
