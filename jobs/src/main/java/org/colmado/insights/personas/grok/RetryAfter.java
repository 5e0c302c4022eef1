package org.colmado.insights.personas.grok;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The header {@code Retry-After}: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {
  private static final Duration FOREVER = Duration.ofDays(365);

  private RetryAfter() {}

  /**
   * The requested wait; zero if the header is absent, in the past, or invalid.
   *
   * @param header null if absent
   */
  static Duration read(String header, Instant now) {
    String asked = header == null ? "" : header.strip();
    if (asked.matches("\\d+")) {
      return asked.length() < 9 ? Duration.ofSeconds(Long.parseLong(asked)) : FOREVER;
    }

    try {
      Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(asked, Instant::from);
      return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
