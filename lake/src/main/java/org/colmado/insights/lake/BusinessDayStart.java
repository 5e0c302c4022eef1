package org.colmado.insights.lake;

import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_seconds;

import org.apache.spark.sql.Column;

/** When a store's business day begins. Right only in a session whose time zone is UTC. */
public final class BusinessDayStart {
  private static final int SECONDS_PER_MINUTE = 60;

  private BusinessDayStart() {}

  /**
   * The instant at which the day begins.
   *
   * @param businessOn DATE
   * @param dayStartsAtMinute INT, minutes after midnight on the shop's wall clock
   * @param timeZone STRING, an IANA zone id such as America/Santo_Domingo
   * @return TIMESTAMP
   */
  public static Column at(Column businessOn, Column dayStartsAtMinute, Column timeZone) {
    Column seconds = dayStartsAtMinute.multiply(SECONDS_PER_MINUTE);
    Column localTime = timestamp_seconds(unix_seconds(businessOn.cast("timestamp")).plus(seconds));

    return to_utc_timestamp(localTime, timeZone);
  }
}
