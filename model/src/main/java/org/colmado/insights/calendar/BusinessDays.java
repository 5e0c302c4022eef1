package org.colmado.insights.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Assigns sales to business days. A business day runs from one cut-over to the next, in local time:
 * with a cut-over at 04:00, what is sold at 01:59 on Sunday belongs to Saturday, and on the night a
 * zone changes its offset the day is an hour shorter or longer.
 */
public final class BusinessDays {
  private BusinessDays() {}

  /**
   * The business day of a sale.
   *
   * @param timeZone of the shop
   * @param dayStarts wall-clock time of the cut-over; a sale at that time is the new day's
   */
  public static LocalDate businessOn(Instant soldAt, ZoneId timeZone, LocalTime dayStarts) {
    LocalDateTime local = LocalDateTime.ofInstant(soldAt, timeZone);
    boolean isBeforeCutOver = local.toLocalTime().isBefore(dayStarts);

    return isBeforeCutOver ? local.toLocalDate().minusDays(1) : local.toLocalDate();
  }
}
