package org.colmado.insights.simulate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.config.Expect;

/**
 * What is simulated. The same settings write the same bytes.
 *
 * @param stores shops, 1 to 5000
 * @param days business days of each, the last is {@code lastDay}
 * @param seed another seed is another town
 * @param lastDay last business day, included
 * @param out folder; made where it is missing; an earlier simulation there is replaced
 * @param calendar holidays and paydays that move the trade
 * @param ticketsPerDay mean of the shops; each has 0.4 to 1.6 of it
 * @param storesWithCategoryShare part of the shops whose catalogue has categories
 * @param mess how untidy the records are
 * @param outside what weather and feasts do; none: there are no files of them, and the tickets are
 *     those of the same seed without
 */
public record SimulationSettings(
    int stores,
    int days,
    long seed,
    LocalDate lastDay,
    Path out,
    ShopCalendar calendar,
    double ticketsPerDay,
    double storesWithCategoryShare,
    FaultShares mess,
    ExternalFactors outside) {

  /** Tickets a day of the middle shop: RD$20,000 to 100,000 a day at about RD$200 (lpf.com.do). */
  public static final double USUAL_TICKETS_PER_DAY = 400;

  private static final double USUAL_CATEGORY_SHARE = 0.2;
  private static final ZoneId ZONE = ZoneId.of("America/Santo_Domingo");
  private static final long HOUR_MILLIS = 3_600_000;

  public SimulationSettings {
    Expect.between("stores", stores, 1, 5000);
    Expect.between("days", days, 1, 10_000);
    Expect.between("tickets-per-day", ticketsPerDay, 1, 5000);
    Expect.between("stores-with-category-share", storesWithCategoryShare, 0, 1);
  }

  /** With no weather and no feasts. */
  public SimulationSettings(
      int stores,
      int days,
      long seed,
      LocalDate lastDay,
      Path out,
      ShopCalendar calendar,
      double ticketsPerDay,
      double storesWithCategoryShare,
      FaultShares mess) {
    this(
        stores,
        days,
        seed,
        lastDay,
        out,
        calendar,
        ticketsPerDay,
        storesWithCategoryShare,
        mess,
        ExternalFactors.none());
  }

  /** With the usual size of shop and the usual mess. */
  public static SimulationSettings of(
      int stores, int days, long seed, LocalDate lastDay, Path out, ShopCalendar calendar) {
    return new SimulationSettings(
        stores,
        days,
        seed,
        lastDay,
        out,
        calendar,
        USUAL_TICKETS_PER_DAY,
        USUAL_CATEGORY_SHARE,
        FaultShares.usual());
  }

  /** The same with weather and feasts. */
  public SimulationSettings with(ExternalFactors of) {
    return new SimulationSettings(
        stores,
        days,
        seed,
        lastDay,
        out,
        calendar,
        ticketsPerDay,
        storesWithCategoryShare,
        mess,
        of);
  }

  Town town() {
    return new Town(seed, outside);
  }

  LocalDate firstDay() {
    return lastDay.minusDays(days - 1L);
  }

  List<LocalDate> allDays() {
    return firstDay().datesUntil(lastDay.plusDays(1)).toList();
  }

  /** The instant of a clock hour of a business day, which may be 24; milliseconds since 1970. */
  long millis(LocalDate businessDay, int hour) {
    return businessDay.atStartOfDay(ZONE).toInstant().toEpochMilli() + hour * HOUR_MILLIS;
  }
}
