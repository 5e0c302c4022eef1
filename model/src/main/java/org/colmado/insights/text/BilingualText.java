package org.colmado.insights.text;

import java.io.Serializable;
import java.util.Objects;

/** A text in Dominican Spanish and in English. */
public record BilingualText(String es, String en) implements Serializable {
  private static final long serialVersionUID = 1L;

  public BilingualText {
    Objects.requireNonNull(es, "es");
    Objects.requireNonNull(en, "en");
  }

  boolean isBlank() {
    return es.isBlank() || en.isBlank();
  }
}
