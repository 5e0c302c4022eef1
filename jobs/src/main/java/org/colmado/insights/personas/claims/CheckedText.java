package org.colmado.insights.personas.claims;

import org.colmado.insights.personas.wording.Narrative;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.FoldedText;
import org.colmado.insights.text.Language;

/**
 * A text in one language as the checks read it.
 *
 * @param own what of it is neither a name of the facts nor harmless; there are {@link Redaction}
 */
record CheckedText(Language language, String own) {

  static CheckedText of(
      Language language, BilingualText both, Evidence evidence, WordList harmless) {
    String text = tidy(language.of(both)).replace(Narrative.FORECAST, " ");

    return new CheckedText(language, harmless.blotted(evidence.names().blotted(text)));
  }

  /** With composed letters, and blanks and dashes of one kind. */
  static String tidy(String text) {
    return FoldedText.composed(text)
        .replaceAll("[\\u00a0\\u2009\\u202f]", " ")
        .replaceAll("[\\u2010-\\u2015]", "-");
  }
}
