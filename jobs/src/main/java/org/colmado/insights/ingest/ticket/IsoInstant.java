package org.colmado.insights.ingest.ticket;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** Parses ISO 8601 date-times with an offset, or in the store's time zone if they have none. */
final class IsoInstant {
  private static final int DATE_LENGTH = 10;
  private static final Pattern DATE_ONLY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern OFFSET = Pattern.compile(".*[T ].*(Z|z|[+-]\\d\\d(:?\\d\\d)?)");

  /**
   * An offset with a blank before it, or without a colon, as databases and most languages write.
   */
  private static final Pattern BARE_OFFSET =
      Pattern.compile("(:\\d\\d(?:[.,]\\d+)?) ?([+-]\\d\\d):?(\\d\\d)$");

  private IsoInstant() {}

  /**
   * Reads an instant.
   *
   * @param text null: there is none
   */
  static Instant read(String text, ZoneId zone) throws RefusedRecord {
    if (text == null) {
      throw new RefusedRecord("missing_date", "Found no date, expected 2026-11-21T18:04:05Z");
    }

    if (text.length() == DATE_LENGTH && DATE_ONLY.matcher(text).matches()) {
      throw new RefusedRecord(
          "date_without_time", "Found '%s': a day has no hour to count it in".formatted(text));
    }

    try {
      return withOffsetOrLocal(text, zone);
    } catch (DateTimeException e) {
      throw new RefusedRecord(
          "unreadable_date", "Found '%s', expected 2026-11-21T18:04:05Z".formatted(text));
    }
  }

  private static Instant withOffsetOrLocal(String text, ZoneId zone) {
    String offset = BARE_OFFSET.matcher(text).replaceFirst("$1$2:$3");
    String iso = offset.replace(' ', 'T');

    return text.endsWith("Z") || OFFSET.matcher(text).matches()
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).atZone(zone).toInstant();
  }
}
