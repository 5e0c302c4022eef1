package org.colmado.insights.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.config.InsightsConfig.Inbox;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Run;
import org.colmado.insights.simulate.FaultShares;
import org.colmado.insights.simulate.Simulation;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.table.Sales;
import picocli.CommandLine;

/**
 * Seconds of the stages that fit models, in a warm session, for one shop and for many. Run by
 * {@code bin/bench-stores}.
 *
 * <p>Every lake is brought up to a week before its last day, with all fits; then come the timed
 * nights: one a week later, where every store is fitted and judged again, and one a day after that,
 * where what was fitted is only used.
 */
public final class StoresBench {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
  private static final List<String> STAGES =
      List.of("missions", "features", "segments", "offers", "forecast", "plans", "personas");

  /** Shops to simulate. */
  private record Size(int stores, int days, int ticketsPerDay) {
    static Size of(String text) {
      String[] parts = text.split("x", -1);
      return new Size(
          Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
      return stores + "x" + days + "x" + ticketsPerDay;
    }
  }

  private final Path conf;
  private final Path folder;
  private final SparkSession spark;

  private StoresBench(Path conf, Path folder, SparkSession spark) {
    this.conf = conf;
    this.folder = folder;
    this.spark = spark;
  }

  /**
   * Prints a line of Markdown for each size and night.
   *
   * @param args the product's conf folder, a folder to work in, then sizes as
   *     STORESxDAYSxTICKETS_PER_DAY
   */
  public static void main(String[] args) throws IOException {
    try (SparkSession spark = SparkSessions.open("bench-stores")) {
      StoresBench bench = new StoresBench(Path.of(args[0]), Path.of(args[1]), spark);
      bench.warmUp();
      System.out.printf("| stores | days | tickets | night | %s |%n", String.join(" | ", STAGES));
      System.out.println("|---".repeat(4 + STAGES.size()) + "|");
      for (String size : List.of(args).subList(2, args.length)) {
        bench.measure(Size.of(size));
      }
    }
  }

  private void warmUp() throws IOException {
    Size small = new Size(1, 120, 60);
    Path lake = prepared(small);
    night(small, lake, LAST_DAY.minusDays(1));
    night(small, lake, LAST_DAY);
  }

  private void measure(Size size) throws IOException {
    Path lake = prepared(size);
    Map<String, Double> fitted = night(size, lake, LAST_DAY.minusDays(1));
    Map<String, Double> used = night(size, lake, LAST_DAY);
    long tickets = run(size, lake, LAST_DAY).lake().read(Sales.TABLE).count();
    print(size, tickets, "fits", fitted);
    print(size, tickets, "uses", used);
  }

  /** A lake that has had its first fits a week before. */
  private Path prepared(Size size) throws IOException {
    simulate(size);
    Path lake = Files.createTempDirectory(folder, "lake-" + size + "-");
    Run first = run(size, lake, LAST_DAY.minusDays(8));
    NightlyCommand.run(first, Set.of("ingest", "categorise", "calendar"));
    NightlyCommand.run(first, Set.copyOf(STAGES));
    return lake;
  }

  private Map<String, Double> night(Size size, Path lake, LocalDate asOf) {
    Run run = run(size, lake, asOf);
    NightlyCommand.run(run, Set.of("calendar"));
    Map<String, Double> seconds = new TreeMap<>();
    for (String stage : STAGES) {
      long before = System.nanoTime();
      NightlyCommand.run(run, Set.of(stage));
      seconds.put(stage, (System.nanoTime() - before) / 1e9);
    }
    return seconds;
  }

  private void simulate(Size size) throws IOException {
    Path inbox = inbox(size);
    if (!Files.exists(inbox.resolve("done"))) {
      ShopCalendar calendar = ShopCalendar.read("do", conf.resolve("calendars/do.yaml"));
      new Simulation(
              size.stores(),
              size.days(),
              1,
              LAST_DAY,
              inbox,
              calendar,
              size.ticketsPerDay(),
              0.2,
              FaultShares.usual())
          .run();
      Files.createFile(inbox.resolve("done"));
    }
  }

  private Path inbox(Size size) {
    return folder.resolve("sales-" + size);
  }

  private Run run(Size size, Path lake, LocalDate asOf) {
    CommonOptions options =
        CommandLine.populateCommand(
            new CommonOptions(),
            "--conf",
            conf.resolve("insights.yaml").toString(),
            "--lake",
            lake.toString(),
            "--as-of",
            asOf.toString());
    return Run.of(options, spark, Clock.systemUTC())
        .withInbox(new Inbox("pos-json", inbox(size).toString()));
  }

  private static void print(Size size, long tickets, String night, Map<String, Double> seconds) {
    List<String> cells = new ArrayList<>();
    STAGES.forEach(stage -> cells.add("%.1f".formatted(seconds.get(stage))));
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %,d | %s | %s |%n",
        size.stores(),
        size.days(),
        tickets,
        night,
        String.join(" | ", cells));
  }
}
