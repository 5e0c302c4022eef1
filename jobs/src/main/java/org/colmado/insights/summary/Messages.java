package org.colmado.insights.summary;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Messages for the owner in the configured language: {@code messages_es.properties} and {@code
 * messages_en.properties}. Numbers are written as in the Dominican Republic, 1,234.50, in both.
 *
 * @param language es or en
 */
public record Messages(String language) {

  public String of(String key, Object... values) {
    ResourceBundle messages = ResourceBundle.getBundle("messages", locale());

    return String.format(Locale.ROOT, messages.getString(key), values);
  }

  /** An amount with its currency: RD$1,234.50, or the ISO code for other currencies. */
  static String money(BigDecimal amount, String currency) {
    return String.format(
        Locale.ROOT, "%s%,.2f", currency.equals("DOP") ? "RD$" : currency + " ", amount);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** The date with its weekday. */
  String day(LocalDate date) {
    String pattern = ResourceBundle.getBundle("messages", locale()).getString("day");

    return date.format(DateTimeFormatter.ofPattern(pattern, locale()));
  }

  /**
   * A weekday's name.
   *
   * @param number 0 Sunday to 6 Saturday
   */
  String weekday(int number) {
    return DayOfWeek.of(number == 0 ? 7 : number).getDisplayName(TextStyle.FULL, locale());
  }

  private Locale locale() {
    return Locale.forLanguageTag(language);
  }
}
