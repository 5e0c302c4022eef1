package org.colmado.insights.calendar;

import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.minute;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_seconds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * From the instant of a sale to the shop's wall clock and business day. A business day runs from
 * the cut-over to the next cut-over by the wall clock: with a cut-over at 04:00, what is sold at
 * 01:59 on Sunday belongs to Saturday, and on the night a zone changes its offset the day is an
 * hour shorter or longer.
 *
 * <p>The columns are right only in a session whose time zone is UTC.
 */
public final class BusinessDays {
  private static final int MINUTES_PER_HOUR = 60;
  private static final int SECONDS_PER_MINUTE = 60;

  private BusinessDays() {}

  /**
   * What the clock on the shop's wall shows.
   *
   * @param soldAt TIMESTAMP, the instant of the sale
   * @param timeZone STRING, an IANA zone id such as America/Santo_Domingo
   * @return TIMESTAMP whose fields, read in UTC, are those of the wall clock; no longer an instant
   */
  public static Column localTime(Column soldAt, Column timeZone) {
    return from_utc_timestamp(soldAt, timeZone);
  }

  /**
   * The day whose takings the sale belongs to.
   *
   * @param localTime as {@link #localTime} makes it
   * @param dayStartsAtMinute INT, minutes after midnight; a sale at the cut-over is the new day's
   * @return DATE
   */
  public static Column businessOn(Column localTime, Column dayStartsAtMinute) {
    Column minuteOfDay = hour(localTime).multiply(MINUTES_PER_HOUR).plus(minute(localTime));
    Column isBeforeCutOver = minuteOfDay.lt(dayStartsAtMinute);

    return date_sub(to_date(localTime), isBeforeCutOver.cast("int"));
  }

  /**
   * When a business day begins.
   *
   * @param businessOn DATE
   * @param dayStartsAtMinute INT, minutes after midnight
   * @param timeZone STRING, an IANA zone id
   * @return TIMESTAMP, the instant
   */
  public static Column beginsAt(Column businessOn, Column dayStartsAtMinute, Column timeZone) {
    Column seconds = dayStartsAtMinute.multiply(SECONDS_PER_MINUTE);
    Column localTime = timestamp_seconds(unix_seconds(businessOn.cast("timestamp")).plus(seconds));

    return to_utc_timestamp(localTime, timeZone);
  }

  /**
   * The hour the wall clock shows, 0 to 23. After midnight it is a small hour of a late business
   * day.
   *
   * @param localTime as {@link #localTime} makes it
   */
  public static Column hour(Column localTime) {
    return functions.hour(localTime);
  }

  /**
   * The same without Spark.
   *
   * @param dayStarts a sale at that time is the new day's
   */
  public static LocalDate businessOn(Instant soldAt, ZoneId timeZone, LocalTime dayStarts) {
    LocalDateTime local = LocalDateTime.ofInstant(soldAt, timeZone);
    boolean isBeforeCutOver = local.toLocalTime().isBefore(dayStarts);

    return isBeforeCutOver ? local.toLocalDate().minusDays(1) : local.toLocalDate();
  }
}
