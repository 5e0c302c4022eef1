package org.colmado.insights.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads dates by the patterns of a {@link SourceMapping}: those of {@link DateTimeFormatter}, and
 * {@link #NUMBERS}.
 */
public final class DatePatterns {
  /**
   * Names of patterns for dates that are written as a number: seconds or milliseconds since 1970
   * UTC, or days since 1899-12-30 on the clock of the file, as spreadsheets count.
   */
  public static final Set<String> NUMBERS = Set.of("epoch-seconds", "epoch-millis", "excel-serial");

  private static final LocalDateTime EXCEL_EPOCH = LocalDate.of(1899, 12, 30).atStartOfDay();
  private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

  /** No spreadsheet has later days: 9999-12-31. */
  private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);

  private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

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
   * @param zone of a text that has neither an offset nor a zone
   * @throws DateTimeException if the text does not fit, in whatever spelling
   */
  public static Instant parse(String text, String pattern, ZoneId zone) {
    if (NUMBERS.contains(pattern)) {
      return ofNumber(text, pattern, zone);
    }

    DateTimeFormatter formatter = FORMATTERS.computeIfAbsent(pattern, DatePatterns::formatter);
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

  private static Instant ofNumber(String text, String pattern, ZoneId zone) {
    try {
      return switch (pattern) {
        case "epoch-seconds" -> Instant.ofEpochSecond(Long.parseLong(text));
        case "epoch-millis" -> Instant.ofEpochMilli(Long.parseLong(text));
        default -> ofSerial(new BigDecimal(text)).atZone(zone).toInstant();
      };
    } catch (NumberFormatException e) {
      throw new DateTimeException("No number: " + text, e);
    }
  }

  /** To the second, as a day's fraction cannot be written exactly. */
  private static LocalDateTime ofSerial(BigDecimal days) {
    if (days.signum() < 0 || days.compareTo(LAST_SERIAL) > 0) {
      throw new DateTimeException("No day of a spreadsheet: " + days);
    }

    return EXCEL_EPOCH.plusSeconds(
        days.multiply(DAY_SECONDS).setScale(0, RoundingMode.HALF_UP).longValue());
  }
}
