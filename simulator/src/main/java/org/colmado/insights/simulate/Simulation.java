package org.colmado.insights.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colmado.insights.calendar.ShopCalendar;

/**
 * Simulates colmados: writes the files that their POS app would write, and the planted ground
 * truth.
 *
 * <p>The shape of the trade - hours, weekdays, quincena, missions, prices - is an assumption: no
 * hourly or weekday statistics of colmados were found.
 *
 * <p>In {@code out}: {@code sales-STORE-yyyy-MM.jsonl.gz} and {@code
 * returns-STORE-yyyy-MM.jsonl.gz}, the optional {@code stock.csv}, {@code costs.csv} and {@code
 * suppliers.csv}, with weather and feasts {@code weather.csv} and {@code events.csv}, and {@code
 * truth/}, which no job may read. Its README.md describes every file.
 */
public record Simulation(SimulationSettings settings) {

  /** With the usual size of shop and the usual mess; see {@link SimulationSettings}. */
  public static Simulation of(
      int stores, int days, long seed, LocalDate lastDay, Path out, ShopCalendar calendar) {
    return new Simulation(SimulationSettings.of(stores, days, seed, lastDay, out, calendar));
  }

  /** With no weather and no feasts; see {@link SimulationSettings}. */
  public Simulation(
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
        new SimulationSettings(
            stores,
            days,
            seed,
            lastDay,
            out,
            calendar,
            ticketsPerDay,
            storesWithCategoryShare,
            mess));
  }

  /** The same with weather and feasts. */
  public Simulation with(ExternalFactors outside) {
    return new Simulation(settings.with(outside));
  }

  /** Writes every file. Shops are simulated in parallel and independently. */
  public SimulationSummary run() {
    ProductCatalogue catalogue = ProductCatalogue.read();
    List<PlantedMission> missions = PlantedMissions.read();
    try {
      OutputFolder folder = new OutputFolder(settings.out());
      folder.prepare();
      List<StoreGroundTruth> truths =
          IntStream.rangeClosed(1, settings.stores())
              .parallel()
              .mapToObj(
                  number -> simulated(Shop.of(settings, number, missions), catalogue, missions))
              .toList();
      new SupplyWriter(settings.out(), settings, catalogue).write(truths);
      settings.town().write(settings.out(), folder.truth(), settings.allDays());
      new GroundTruth(folder.truth(), catalogue, missions, settings.calendar()).write(truths);
      return summary(truths);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the simulation into " + settings.out(), e);
    }
  }

  private StoreGroundTruth simulated(
      Shop shop, ProductCatalogue catalogue, List<PlantedMission> missions) {
    try {
      return new StoreRun(settings, shop, catalogue, missions).run();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the files of " + shop.id(), e);
    }
  }

  private SimulationSummary summary(List<StoreGroundTruth> truths) throws IOException {
    long bytes;
    try (Stream<Path> files = Files.walk(settings.out())) {
      bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }

    return new SimulationSummary(
        settings.stores(),
        truths.stream().mapToLong(StoreGroundTruth::goodTickets).sum(),
        truths.stream().mapToLong(StoreGroundTruth::saleRecords).sum(),
        truths.stream().mapToLong(StoreGroundTruth::returns).sum(),
        truths.stream().mapToLong(StoreGroundTruth::netCents).sum(),
        bytes);
  }
}
