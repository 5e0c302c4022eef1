package org.colmado.insights.command;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.forecast.run.ForecastRequest;
import org.colmado.insights.forecast.run.ForecastRules;
import org.colmado.insights.forecast.run.ForecastedStores;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.StageRunner;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.stage.ForecastDemand;
import org.colmado.insights.summary.AccuracyTable;
import org.colmado.insights.summary.ForecastCsv;
import org.colmado.insights.table.BacktestForecasts;
import org.colmado.insights.table.ForecastAccuracy;
import org.colmado.insights.table.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Back-tests every model: forecasts past days from the data before them and scores the forecasts.
 * Writes {@link BacktestForecasts} and {@link ForecastAccuracy}.
 */
@Command(
    name = "backtest",
    description = "Forecasts past days from the data before them, and scores every model.",
    mixinStandardHelpOptions = true)
public final class Backtest implements Callable<Integer> {
  private static final int WEEK = 7;

  /** Additional weekly origins before the first one, for intervals and champions. */
  private static final int WEEKS_BEFORE = 26;

  @Mixin private CommonOptions options;

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "First origin.")
  private LocalDate from;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last origin.")
  private LocalDate to;

  @Option(
      names = "--step-days",
      defaultValue = "7",
      paramLabel = "N",
      description = "Days between origins; default: 7.")
  private int stepDays;

  @Option(
      names = "--horizon-days",
      defaultValue = "7",
      paramLabel = "N",
      description = "Days to forecast from each origin, 1 to 14; default: 7.")
  private int horizonDays;

  @Option(
      names = "--out",
      paramLabel = "FILE.csv",
      description = "Writes the champion's forecasts of hours and days to this file.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    options.config();
    check();

    try (SharedSession session = SparkSessions.share("backtest")) {
      Run run = Run.of(options, session.spark(), Clock.systemUTC());
      NightlyCommand.run(run, Set.of("categorise", "calendar", "features"));
      StageRunner.runOne(run, "backtest", () -> backtest(run));
      return 0;
    }
  }

  private void check() {
    if (to.isBefore(from) || stepDays < 1 || horizonDays < 1 || horizonDays > 2 * WEEK) {
      throw new BadInputException(
          "Cannot back-test from %s to %s every %d days over %d: expected --to no earlier than --from,"
                  .formatted(from, to, stepDays, horizonDays)
              + " --step-days of 1 or more and --horizon-days of 1 to 14");
    }
  }

  private Outcome backtest(Run run) {
    ForecastRules rules =
        ForecastRules.read(run.conf().find("forecast.yaml")).withHorizonDays(horizonDays);
    ForecastRequest asked =
        new ForecastRequest(to.plusDays(horizonDays - 1L), run.runId(), false, origins(), from);
    try (IntermediateResults intermediate = new IntermediateResults()) {
      Dataset<Row> none = run.lake().rows(ForecastAccuracy.TABLE, List.of());
      Dataset<Row> found =
          intermediate.checkpointed(
              ForecastDemand.forecasts(run, rules, asked, none, intermediate));
      Dataset<Row> trials = ForecastDemand.rows(found, ForecastedStores.TRIALS);
      Dataset<Row> accuracy = ForecastDemand.rows(found, ForecastedStores.ACCURACY);
      long written = trials.count();
      if (written == 0) {
        throw new BadInputException(
            "Cannot back-test from %s to %s: no store sold anything before, see: bin/insights query"
                    .formatted(from, to)
                + " \"SELECT min(business_on), max(business_on) FROM hourly_sales\"");
      }

      run.lake().upsert(BacktestForecasts.TABLE, trials.coalesce(1));
      run.lake().upsert(ForecastAccuracy.TABLE, accuracy.coalesce(1));
      AccuracyTable.print(accuracy, System.out);
      if (out != null) {
        ForecastCsv.write(champions(trials, accuracy), run.small().read(Stores.TABLE), out);
      }
      return Outcome.wrote(written, written);
    }
  }

  private List<LocalDate> origins() {
    List<LocalDate> before = new ArrayList<>();
    for (int week = WEEKS_BEFORE; week >= 1; week--) {
      before.add(from.minusWeeks(week));
    }
    Stream<LocalDate> asked = from.datesUntil(to.plusDays(1), Period.ofDays(stepDays));
    return Stream.concat(before.stream(), asked).toList();
  }

  private static Dataset<Row> champions(Dataset<Row> trials, Dataset<Row> accuracy) {
    String[] key = {
      ForecastAccuracy.STORE_ID,
      ForecastAccuracy.GRANULARITY,
      ForecastAccuracy.MEASURE,
      ForecastAccuracy.MODEL
    };

    return trials.join(accuracy.where(col(ForecastAccuracy.IS_CHAMPION)), key, "left_semi");
  }
}
