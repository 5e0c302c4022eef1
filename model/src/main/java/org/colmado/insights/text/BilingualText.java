package org.colmado.insights.text;

import java.util.Objects;

/** A text in Dominican Spanish and in English. */
public record BilingualText(String es, String en) {
  public BilingualText {
    Objects.requireNonNull(es, "es");
    Objects.requireNonNull(en, "en");
  }

  boolean isBlank() {
    return es.isBlank() || en.isBlank();
  }
}
