package org.colmado.insights.text;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Formats numbers, hours and lists in one language. The number format is that of the Dominican
 * Republic in both.
 */
public enum Language {
  ES("es", "y"),
  EN("en", "and");

  private static final double LARGE = 10;
  private static final int DAY_HOURS = 24;

  private final Locale locale;
  private final String and;

  Language(String language, String and) {
    this.locale = Locale.forLanguageTag(language);
    this.and = and;
  }

  public String of(BilingualText text) {
    return this == ES ? text.es() : text.en();
  }

  /** A whole number, or one decimal for a small one. */
  public static String number(double value) {
    boolean isWhole = value == Math.rint(value) || Math.abs(value) >= LARGE;

    return String.format(Locale.ROOT, isWhole ? "%,.0f" : "%,.1f", value);
  }

  /**
   * The language of a code.
   *
   * @param code es or en
   */
  public static Language of(String code) {
    return code.equals("es") ? ES : EN;
  }

  /** es or en. */
  public String code() {
    return locale.getLanguage();
  }

  /** For names of days and months. */
  public Locale locale() {
    return locale;
  }

  /** An amount with its currency: -RD$1,234.50, or the ISO code for other currencies. */
  public static String money(BigDecimal amount, String currency) {
    return String.format(
        Locale.ROOT,
        "%s%s%,.2f",
        amount.signum() < 0 ? "-" : "",
        currency.equals("DOP") ? "RD$" : currency + " ",
        amount.abs());
  }

  /** The same, rounded to cents. */
  public static String money(double amount, String currency) {
    return money(BigDecimal.valueOf(amount), currency);
  }

  public static String percent(double value) {
    return number(value) + "%";
  }

  /** A date within a sentence: 4 de noviembre de 2026, 4 November 2026. */
  public String day(LocalDate date) {
    String pattern = this == ES ? "d 'de' MMMM 'de' yyyy" : "d MMMM yyyy";

    return date.format(DateTimeFormatter.ofPattern(pattern, locale));
  }

  public static String hour(int hour) {
    return hour + ":00";
  }

  /**
   * A weekday.
   *
   * @param number 0 Sunday to 6 Saturday
   */
  public String weekday(int number) {
    return DayOfWeek.of(number == 0 ? 7 : number).getDisplayName(TextStyle.FULL, locale);
  }

  /** Every week on this weekday: los sábados, on Saturdays. */
  public String everyWeekday(int number) {
    String name = weekday(number);
    return this == EN || !name.endsWith("s") ? name + "s" : name;
  }

  /** Hours as ranges: 16 to 18 and 20 are 16:00 to 19:00 and 20:00 to 21:00. */
  public String ranges(List<Integer> hours) {
    List<int[]> ranges = new ArrayList<>();
    for (int hour : hours.stream().sorted().toList()) {
      int[] last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
      if (last != null && last[1] == hour) {
        last[1] = hour + 1;
      } else {
        ranges.add(new int[] {hour, hour + 1});
      }
    }
    return list(
        ranges,
        range ->
            (this == ES ? "de %s a %s" : "from %s to %s")
                .formatted(hour(range[0]), hour(range[1] % DAY_HOURS)));
  }

  /** A name as written within a sentence. */
  public static String lower(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** A list joined with "and". */
  public <T> String list(List<T> items, Function<T, String> name) {
    List<String> names = items.stream().map(name).toList();
    if (names.size() < 2) {
      return String.join("", names);
    }

    String last = names.get(names.size() - 1);
    return names.stream().limit(names.size() - 1).collect(Collectors.joining(", "))
        + " "
        + (this == ES && last.matches("(?i)h?i[^ae].*") ? "e" : and)
        + " "
        + last;
  }
}
