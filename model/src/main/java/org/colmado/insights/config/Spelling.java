package org.colmado.insights.config;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How tills and people write dates and numbers, brought to the form that formatters read: one kind
 * of blank, {@code PM} for {@code p. m.}, English month names for Spanish and Portuguese ones.
 */
public final class Spelling {
  private static final Pattern BLANKS = Pattern.compile("[\\u00a0\\u2007\\u2009\\u202f]");
  private static final Pattern HALF_OF_DAY =
      Pattern.compile("(?<=[\\d ])([ap])\\.? ?m\\b\\.?", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}\\.?");

  /** How month names begin in Spanish, and in Portuguese where that differs. */
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("ene", "jan"),
          List.of("feb", "fev"),
          List.of("mar"),
          List.of("abr"),
          List.of("may", "mai"),
          List.of("jun"),
          List.of("jul"),
          List.of("ago"),
          List.of("sep", "set"),
          List.of("oct", "out"),
          List.of("nov"),
          List.of("dic", "dez"));

  private static final int LONGEST_SHORT_NAME = 4;

  private Spelling() {}

  /** The text with ordinary blanks in place of those that keep a number or a time on one line. */
  public static String withPlainBlanks(String text) {
    boolean isPlain = text.chars().allMatch(letter -> letter < 128);

    return isPlain ? text : BLANKS.matcher(text).replaceAll(" ");
  }

  /** The date in the spelling of {@link DatePatterns#formatter}. */
  static String ofDate(String text) {
    String halves =
        HALF_OF_DAY
            .matcher(withPlainBlanks(text))
            .replaceAll(half -> half.group(1).toUpperCase(Locale.ROOT) + "M");

    return WORD.matcher(halves).replaceAll(Spelling::month);
  }

  /** The English name of a month, as long or as short as the word; other words stay. */
  private static String month(MatchResult word) {
    String name = word.group().replace(".", "").toLowerCase(Locale.ROOT);
    TextStyle style = name.length() > LONGEST_SHORT_NAME ? TextStyle.FULL : TextStyle.SHORT;
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).contains(name.substring(0, 3))) {
        return Month.of(i + 1).getDisplayName(style, Locale.ROOT);
      }
    }
    return word.group();
  }
}
