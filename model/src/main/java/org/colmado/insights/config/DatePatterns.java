package org.colmado.insights.config;

import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Formatters for the date patterns of a {@link SourceMapping}. */
public final class DatePatterns {
  private DatePatterns() {}

  /**
   * Strict: 30 February is refused.
   *
   * @throws IllegalArgumentException if it is no pattern
   */
  public static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
