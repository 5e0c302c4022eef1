package org.colmado.insights.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * From the instant of a sale to the shop's business day. A business day runs from the cut-over to
 * the next cut-over by the wall clock: with a cut-over at 04:00, what is sold at 01:59 on Sunday
 * belongs to Saturday, and on the night a zone changes its offset the day is an hour shorter or
 * longer.
 */
public final class BusinessDays {
  private BusinessDays() {}

  /**
   * The day whose takings the sale belongs to.
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
