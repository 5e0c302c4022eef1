package org.colmado.insights.products;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps singular and plural of a Spanish or English noun to the same stem. A stem need not be a
 * word: {@code arroz} and {@code arroces} become {@code arroce}.
 */
final class Stems {
  private static final int SHORTEST_PLURAL = 4;

  private Stems() {}

  /**
   * The stem.
   *
   * @param word folded, lower case
   */
  static String of(String word) {
    String singular = singular(word);
    int last = singular.length() - 1;
    if (singular.length() > 3 && singular.charAt(last) == 'z') {
      return singular.substring(0, last) + "ce";
    }
    if (singular.length() > 3
        && singular.charAt(last) == 'y'
        && !isVowel(singular.charAt(last - 1))) {
      return singular.substring(0, last) + "ie";
    }
    if (singular.length() > 4
        && singular.charAt(last) == 'e'
        && takesEs(singular.charAt(last - 1))) {
      return singular.substring(0, last);
    }
    return singular;
  }

  /**
   * Possible base words of a diminutive: {@code queso} for {@code quesito}, {@code pan} for {@code
   * panecito}. Empty if the word is no diminutive.
   */
  static List<String> ofDiminutive(String stem) {
    List<String> origins = new ArrayList<>();
    for (String ending : List.of("cito", "cita", "ito", "ita", "illo", "illa", "ico", "ica")) {
      if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
        String root = stem.substring(0, stem.length() - ending.length());
        origins.add(root + ending.charAt(ending.length() - 1));
        origins.add(root);
        origins.add(of(root + "e"));
        origins.add(root.endsWith("e") ? of(root.substring(0, root.length() - 1)) : root + "ce");
      }
    }
    return origins;
  }

  private static String singular(String word) {
    int length = word.length();
    if (length < SHORTEST_PLURAL || word.charAt(length - 1) != 's' || word.endsWith("ss")) {
      return word;
    }

    boolean spanish = length > 4 && word.endsWith("es") && takesEs(word.charAt(length - 3));
    return word.substring(0, length - (spanish ? 2 : 1));
  }

  /** Whether Spanish plurals end in -es after this letter. */
  private static boolean takesEs(char letter) {
    return "lnrdj".indexOf(letter) >= 0;
  }

  private static boolean isVowel(char letter) {
    return "aeiou".indexOf(letter) >= 0;
  }
}
