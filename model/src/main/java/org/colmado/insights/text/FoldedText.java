package org.colmado.insights.text;

import java.text.Normalizer;

/**
 * A text in small letters without accents. A letter stays where it is, so that what is found in the
 * folded text is at the same place in the composed one.
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

  /** Every letter with its accent as one. */
  public static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static char bare(char letter) {
    return letter < PLAIN
        ? letter
        : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
  }
}
