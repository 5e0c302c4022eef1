package org.colmado.insights.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {
  private static final String SANTO_DOMINGO = "America/Santo_Domingo";
  private static final String LONDON = "Europe/London";

  /**
   * Boundary vectors.
   *
   * @param local wall clock as MM-dd HH:mm
   */
  private record Sale(String soldAt, String zone, String local, String businessOn) {}

  private static final List<Sale> SALES =
      List.of(
          new Sale("2026-11-15T03:59:00Z", SANTO_DOMINGO, "11-14 23:59", "2026-11-14"),
          new Sale("2026-11-15T04:00:00Z", SANTO_DOMINGO, "11-15 00:00", "2026-11-14"),
          new Sale("2026-11-15T05:59:00Z", SANTO_DOMINGO, "11-15 01:59", "2026-11-14"),
          new Sale("2026-11-15T07:59:59Z", SANTO_DOMINGO, "11-15 03:59", "2026-11-14"),
          new Sale("2026-11-15T08:00:00Z", SANTO_DOMINGO, "11-15 04:00", "2026-11-15"),
          new Sale("2026-11-15T00:00:00Z", SANTO_DOMINGO, "11-14 20:00", "2026-11-14"),
          new Sale("2027-01-01T05:30:00Z", SANTO_DOMINGO, "01-01 01:30", "2026-12-31"),
          // Five hours behind UTC from 2000-10-29 to 2000-12-03, four before and after.
          new Sale("2000-10-28T04:30:00Z", SANTO_DOMINGO, "10-28 00:30", "2000-10-27"),
          new Sale("2000-10-30T04:30:00Z", SANTO_DOMINGO, "10-29 23:30", "2000-10-29"),
          new Sale("2000-11-15T08:30:00Z", SANTO_DOMINGO, "11-15 03:30", "2000-11-14"),
          new Sale("2000-11-15T09:00:00Z", SANTO_DOMINGO, "11-15 04:00", "2000-11-15"),
          new Sale("2000-12-04T08:00:00Z", SANTO_DOMINGO, "12-04 04:00", "2000-12-04"),
          // Clocks go forward at 01:00 on 2026-03-29 and back at 02:00 on 2026-10-25.
          new Sale("2026-03-29T00:59:00Z", LONDON, "03-29 00:59", "2026-03-28"),
          new Sale("2026-03-29T01:00:00Z", LONDON, "03-29 02:00", "2026-03-28"),
          new Sale("2026-03-29T02:59:00Z", LONDON, "03-29 03:59", "2026-03-28"),
          new Sale("2026-03-29T03:00:00Z", LONDON, "03-29 04:00", "2026-03-29"),
          new Sale("2026-10-25T00:30:00Z", LONDON, "10-25 01:30", "2026-10-24"),
          new Sale("2026-10-25T01:30:00Z", LONDON, "10-25 01:30", "2026-10-24"),
          new Sale("2026-10-25T03:59:00Z", LONDON, "10-25 03:59", "2026-10-24"),
          new Sale("2026-10-25T04:00:00Z", LONDON, "10-25 04:00", "2026-10-25"));

  /** D6: what was sold after midnight was counted on the next day. */
  @Test
  void countsSalesBeforeTheCutOverToTheDayBefore() {
    assertThat(SALES)
        .allSatisfy(
            sale ->
                assertThat(businessOn(sale, LocalTime.of(4, 0)))
                    .isEqualTo(LocalDate.parse(sale.businessOn())));
  }

  /** D1: the day was that of whatever machine ran the code. */
  @Test
  void keepsTheCalendarDayOfTheShopsWallClockWhereTheCutOverIsAtMidnight() {
    assertThat(SALES)
        .allSatisfy(
            sale ->
                assertThat(businessOn(sale, LocalTime.MIDNIGHT).toString().substring(5))
                    .isEqualTo(sale.local().substring(0, 5)));
  }

  private static LocalDate businessOn(Sale sale, LocalTime dayStarts) {
    return BusinessDays.businessOn(Instant.parse(sale.soldAt()), ZoneId.of(sale.zone()), dayStarts);
  }
}
