package org.colmado.insights.text;

import java.text.Normalizer;

/**
 * Folds a text to lower case without accents. Positions are kept: a match in the folded text has
 * the same indexes in the composed text.
 */
public final class FoldedText {
  private static final int PLAIN = 0x80;

  private FoldedText() {}

  public static String of(String text) {
    String composed = composed(text);
    StringBuilder folded = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      folded.append(bare(Character.toLowerCase(composed.charAt(i))));
    }
    return folded.toString();
  }

  /** Composes letters and accents (NFC). */
  public static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static char bare(char letter) {
    return letter < PLAIN
        ? letter
        : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
  }
}
