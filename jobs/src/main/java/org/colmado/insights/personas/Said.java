package org.colmado.insights.personas;

/**
 * A text in one language as the checks read it.
 *
 * @param own what of it is neither a name of the facts nor harmless; there are {@link Blots}
 */
record Said(Words language, String own) {

  static Said of(Words language, Text both, Evidence evidence, WordList harmless) {
    String text = tidy(language.of(both)).replace(Narrative.FORECAST, " ");

    return new Said(language, harmless.blotted(evidence.names().blotted(text)));
  }

  /** With composed letters, and blanks and dashes of one kind. */
  static String tidy(String text) {
    return Folded.composed(text)
        .replaceAll("[\\u00a0\\u2009\\u202f]", " ")
        .replaceAll("[\\u2010-\\u2015]", "-");
  }
}
