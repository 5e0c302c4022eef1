package org.colmado.insights.summary;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.colmado.insights.text.Language;

/**
 * Messages for the owner in the configured language: {@code messages_es.properties} and {@code
 * messages_en.properties}. Numbers are written as in the Dominican Republic, 1,234.50, in both.
 *
 * @param language of the owner
 */
public record Messages(Language language) {

  boolean has(String key) {
    return ResourceBundle.getBundle("messages", language.locale()).containsKey(key);
  }

  public String of(String key, Object... values) {
    ResourceBundle messages = ResourceBundle.getBundle("messages", language.locale());

    return String.format(Locale.ROOT, messages.getString(key), values);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** The date with its weekday. */
  String day(LocalDate date) {
    String pattern = ResourceBundle.getBundle("messages", language.locale()).getString("day");

    return date.format(DateTimeFormatter.ofPattern(pattern, language.locale()));
  }
}
