package org.colmado.insights.personas;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells Spanish from English by the small words that no text of a few words goes without. */
final class LanguageSigns {
  private static final Set<String> SPANISH =
      Set.of(
          ("el la los las de del que y en un una por para con se su sus al lo más no es son cuando"
                  + " quien antes desde hay esta este")
              .split(" "));
  private static final Set<String> ENGLISH =
      Set.of(
          ("the of and to in a an is are for with on at that this it its their from who when before"
                  + " have you your more not")
              .split(" "));
  private static final Pattern WORD = Pattern.compile("[^\\p{L}]+");

  private LanguageSigns() {}

  static void problems(Text text, List<String> problems) {
    if (balance(text.es()) < 0) {
      problems.add("the Spanish text is not Spanish");
    }
    if (balance(text.en()) > 0) {
      problems.add("the English text is not English");
    }
  }

  /** Over 0: Spanish. */
  private static int balance(String text) {
    int balance = 0;
    for (String word : WORD.split(text.toLowerCase(Locale.ROOT), -1)) {
      balance += SPANISH.contains(word) ? 1 : 0;
      balance -= ENGLISH.contains(word) ? 1 : 0;
    }
    return balance;
  }
}
