package org.colmado.insights.personas.mentions;

import java.util.regex.Matcher;
import org.colmado.insights.text.FoldedText;

/** Replaces checked text by dots, one for each letter, so that positions stay the same. */
final class Redaction {
  static final char DOT = '·';

  private Redaction() {}

  /**
   * The text without what is found.
   *
   * @param found in the text or its {@link FoldedText} form
   */
  static String over(String text, Matcher found) {
    StringBuilder rest = new StringBuilder(text);
    while (found.find()) {
      over(rest, found.start(), found.end());
    }
    return rest.toString();
  }

  /** The same of one place; a full stop at its end may end a sentence and stays. */
  static void over(StringBuilder text, int start, int end) {
    int last = end > start && text.charAt(end - 1) == '.' ? end - 1 : end;
    for (int i = start; i < last; i++) {
      text.setCharAt(i, DOT);
    }
  }
}
