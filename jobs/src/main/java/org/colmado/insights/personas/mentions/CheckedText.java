package org.colmado.insights.personas.mentions;

import org.colmado.insights.personas.wording.Narrative;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.FoldedText;
import org.colmado.insights.text.Language;

/**
 * A text in one language, in the form that mentions are read from.
 *
 * @param full the text as it is said, in one form of letters, blanks and dashes
 * @param own the text with names of the facts and harmless phrases replaced by {@link Redaction}
 */
public record CheckedText(Language language, String full, String own) {

  /** One language of a text, without the placeholder for the forecast. */
  public static CheckedText of(
      Language language, BilingualText both, Evidence evidence, WordList harmless) {
    String text = tidy(language.of(both)).replace(Narrative.FORECAST, " ");

    return new CheckedText(language, text, harmless.redacted(evidence.names().redacted(text)));
  }

  /** Normalises Unicode composition, blanks and dashes. */
  public static String tidy(String text) {
    return FoldedText.composed(text)
        .replaceAll("[\\u00a0\\u2009\\u202f]", " ")
        .replaceAll("[\\u2010-\\u2015]", "-");
  }
}
