package org.colmado.insights.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.colmado.insights.calendar.BusinessDays;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.config.ConfFolder;
import org.colmado.insights.config.StoreSettings;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.ConfiguredCalendars;
import org.colmado.insights.simulate.ExternalFactors;
import org.colmado.insights.simulate.Simulation;
import org.colmado.insights.simulate.SimulationSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes POS files of simulated shops, and the ground truth about them. */
@Command(
    name = "simulate",
    description = {
      "Writes POS files of simulated stores, and their ground truth to DIR/truth.",
      "The daily pattern is assumed: no hourly statistics of colmados were found."
    },
    mixinStandardHelpOptions = true)
public final class Simulate implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Option(names = "--stores", defaultValue = "1", paramLabel = "N", description = "Default: 1.")
  private int stores;

  @Option(names = "--days", defaultValue = "365", paramLabel = "D", description = "Default: 365.")
  private int days;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "The same seed, days, stores and last day give the same files. Default: 1.")
  private long seed;

  @Option(
      names = "--last-day",
      paramLabel = "DATE",
      description = "Last business day; default: the as-of day, which is yesterday.")
  private LocalDate lastDay;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out;

  @Option(names = "--weather", description = "Adds rain and feasts, with their files.")
  private boolean hasWeather;

  @Override
  public Integer call() {
    StoreSettings store = options.config().storeDefaults();
    LocalDate last = lastDay == null ? options.asOf().orElseGet(() -> yesterday(store)) : lastDay;
    SimulationSummary summary = write(options.confFolder(), store, last);

    System.out.printf(
        Locale.ROOT,
        "%,d tickets of %d store(s) over %d days to %s in %s; what was planted is in %s%n",
        summary.goodTickets(),
        stores,
        days,
        last,
        out,
        out.resolve("truth"));
    return 0;
  }

  private SimulationSummary write(ConfFolder conf, StoreSettings store, LocalDate last) {
    ShopCalendar calendar = ConfiguredCalendars.read(conf, store.calendar());

    return Simulation.of(stores, days, seed, last, out, calendar)
        .with(hasWeather ? ExternalFactors.usual() : ExternalFactors.none())
        .run();
  }

  private static LocalDate yesterday(StoreSettings store) {
    return BusinessDays.businessOn(
            Clock.systemUTC().instant(), store.timeZone(), store.businessDayStarts())
        .minusDays(1);
  }
}
