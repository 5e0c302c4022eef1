package org.colmado.insights.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Formatters for the date patterns of a {@link SourceMapping}. */
public final class DatePatterns {
  private DatePatterns() {}

  /**
   * Strict: 30 February is refused; {@code PM} and {@code Nov} may be in lower case.
   *
   * @throws IllegalArgumentException if it is no pattern
   */
  public static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern.replace('y', 'u'))
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * The instant that the text says.
   *
   * @param formatter from {@link #formatter}
   * @param zone of a text that has neither an offset nor a zone
   * @throws DateTimeException if the text does not fit, in whatever spelling
   */
  public static Instant parse(String text, DateTimeFormatter formatter, ZoneId zone) {
    try {
      return asWritten(text, formatter, zone);
    } catch (DateTimeException e) {
      return asWritten(Spelling.ofDate(text), formatter, zone);
    }
  }

  private static Instant asWritten(String text, DateTimeFormatter formatter, ZoneId zone) {
    TemporalAccessor parsed = formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from);

    return parsed instanceof ZonedDateTime zoned
        ? zoned.toInstant()
        : LocalDateTime.from(parsed).atZone(zone).toInstant();
  }
}
