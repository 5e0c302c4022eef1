package org.colmado.insights.config;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Validates the texts of a {@link SourceMapping} before any file is read. */
final class MappingRules {
  private static final ZonedDateTime ANY_TIME =
      ZonedDateTime.of(2026, 11, 21, 18, 4, 5, 0, ZoneOffset.UTC);

  private MappingRules() {}

  /** Whether the character set exists and is ASCII-compatible. */
  static boolean keepsAscii(String encoding) {
    try {
      byte[] ascii = new byte[128];
      for (int i = 0; i < ascii.length; i++) {
        ascii[i] = (byte) i;
      }
      return new String(ascii, Charset.forName(encoding))
          .equals(new String(ascii, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Checks that a pattern contains a date and a time: parsing must restore what it formats. A
   * quoted Z is text, not an offset, so that only {@code zone} tells whose clock it is.
   */
  static void checkDatePattern(String pattern, Optional<ZoneId> zone) {
    if (DatePatterns.NUMBERS.contains(pattern)) {
      return;
    }

    Expect.that(
        zone.isPresent() || !pattern.contains("'Z'"),
        "date-patterns",
        "'" + pattern + "'",
        "X without quotes for an offset such as Z or -04:00, or zone: UTC");
    try {
      DateTimeFormatter formatter = DatePatterns.formatter(pattern);
      LocalDateTime.parse(formatter.format(ANY_TIME), formatter);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "date-patterns: found '%s', expected a pattern of date and time such as 'yyyy-MM-dd HH:mm:ss' (%s)"
              .formatted(pattern, e.getMessage()),
          e);
    }
  }

  static void checkColumnNumber(String column) {
    Expect.matching(
        "columns", column, "[1-9]\\d{0,3}", "a number from \"1\", as the file has no header");
  }

  /** Checks that a role has a column. */
  static void checkMapped(String key, String role, List<String> mapped) {
    Expect.that(
        mapped.contains(role),
        key,
        "'%s', which columns does not map".formatted(role),
        "some of " + mapped);
  }

  static void checkPattern(String matches) {
    try {
      Pattern.compile(matches);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "matches: found '%s', expected a regular expression (%s near index %d)"
              .formatted(matches, e.getDescription(), e.getIndex()),
          e);
    }
  }
}
