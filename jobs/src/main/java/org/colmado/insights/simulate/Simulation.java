package org.colmado.insights.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.config.Expect;

/**
 * Writes what the POS app of some colmados that do not exist would have written, with the planted
 * truth beside it. The same arguments write the same bytes.
 *
 * <p>The shape of the trade - hours, weekdays, quincena, missions, prices - is an assumption: no
 * hourly or weekday statistics of colmados were found.
 *
 * <p>In {@code out}: {@code sales-STORE-yyyy-MM.jsonl.gz} and {@code
 * returns-STORE-yyyy-MM.jsonl.gz}, the optional {@code stock.csv}, {@code costs.csv} and {@code
 * suppliers.csv}, with weather and feasts {@code weather.csv} and {@code events.csv}, and {@code
 * truth/}, which no job may read. Its README.md describes every file.
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
public record Simulation(
    int stores,
    int days,
    long seed,
    LocalDate lastDay,
    Path out,
    ShopCalendar calendar,
    double ticketsPerDay,
    double storesWithCategoryShare,
    Mess mess,
    Outside outside) {

  /** Tickets a day of the middle shop: RD$20,000 to 100,000 a day at about RD$200 (lpf.com.do). */
  public static final double USUAL_TICKETS_PER_DAY = 400;

  private static final double USUAL_CATEGORY_SHARE = 0.2;
  private static final ZoneId ZONE = ZoneId.of("America/Santo_Domingo");
  private static final long HOUR_MILLIS = 3_600_000;

  public Simulation {
    Expect.between("stores", stores, 1, 5000);
    Expect.between("days", days, 1, 10_000);
    Expect.between("tickets-per-day", ticketsPerDay, 1, 5000);
    Expect.between("stores-with-category-share", storesWithCategoryShare, 0, 1);
  }

  /** With no weather and no feasts. */
  public Simulation(
      int stores,
      int days,
      long seed,
      LocalDate lastDay,
      Path out,
      ShopCalendar calendar,
      double ticketsPerDay,
      double storesWithCategoryShare,
      Mess mess) {
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
        Outside.none());
  }

  /** With the usual size of shop and the usual mess. */
  public static Simulation of(
      int stores, int days, long seed, LocalDate lastDay, Path out, ShopCalendar calendar) {
    return new Simulation(
        stores,
        days,
        seed,
        lastDay,
        out,
        calendar,
        USUAL_TICKETS_PER_DAY,
        USUAL_CATEGORY_SHARE,
        Mess.usual());
  }

  /** The same with weather and feasts. */
  public Simulation with(Outside of) {
    return new Simulation(
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

  /** Writes every file; shops are simulated side by side, and none knows of another. */
  public SimulationSummary run() {
    Catalogue catalogue = Catalogue.read();
    List<Mission> missions = Missions.read();
    try {
      OutFolder folder = new OutFolder(out);
      folder.prepare();
      List<StoreTruth> truths =
          IntStream.rangeClosed(1, stores)
              .parallel()
              .mapToObj(number -> simulated(Shop.of(this, number, missions), catalogue, missions))
              .toList();
      new Supplies(out, this, catalogue).write(truths);
      town().write(out, folder.truth(), allDays());
      new Truth(folder.truth(), catalogue, missions, calendar).write(truths);
      return summary(truths);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the simulation into " + out, e);
    }
  }

  private StoreTruth simulated(Shop shop, Catalogue catalogue, List<Mission> missions) {
    try {
      return new StoreRun(this, shop, catalogue, missions).run();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the files of " + shop.id(), e);
    }
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

  private SimulationSummary summary(List<StoreTruth> truths) throws IOException {
    long bytes;
    try (Stream<Path> files = Files.walk(out)) {
      bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }

    return new SimulationSummary(
        stores,
        truths.stream().mapToLong(StoreTruth::goodTickets).sum(),
        truths.stream().mapToLong(StoreTruth::saleRecords).sum(),
        truths.stream().mapToLong(StoreTruth::returns).sum(),
        truths.stream().mapToLong(StoreTruth::netCents).sum(),
        bytes);
  }
}
