package org.colmado.insights.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.lake.sql.SmallQuery;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.ConfiguredCalendars;
import org.colmado.insights.run.Run;
import org.colmado.insights.simulate.Simulation;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.summary.AnswerRows;
import org.colmado.insights.summary.Csv;
import org.colmado.insights.summary.Summary;
import org.colmado.insights.summary.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Runs a miniature night in a temporary lake, to record the classes for the class data sharing
 * archive. Called by {@code bin/insights} after a build.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Runs a miniature night in a temporary lake.")
public final class Rehearse implements Callable<Integer> {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 31);
  private static final int DAYS = 8;

  @Mixin private CommonOptions options;

  @Override
  public Integer call() throws Exception {
    InsightsConfig config = options.config();
    Path sales = Files.createDirectories(Path.of(config.lake().root() + "-sales"));
    Simulation.of(
            1,
            DAYS,
            1,
            LAST_DAY,
            sales,
            ConfiguredCalendars.read(options.confFolder(), config.storeDefaults().calendar()))
        .run();

    try (SharedSession session = SparkSessions.share("rehearse")) {
      SparkSession spark = session.spark();
      Run run =
          Run.of(options, spark, Clock.systemUTC())
              .asOf(LAST_DAY)
              .withInbox(new InsightsConfig.Inbox("pos-json", sales.toString()));
      NightlyCommand.run(run);
      Summary.print(run, System.out);
      TextTable.print(AnswerRows.of(spark.sql("SELECT 1 AS one")), System.out);
      ask(new SmallQuery(run.lake().results()));
      return 0;
    }
  }

  private static void ask(SmallQuery query) {
    String kinds =
        "SELECT segment_type, count(*) AS n, avg(transaction_share) AS share, sum(revenue_total)"
            + " AS revenue FROM segments WHERE transaction_count > 0 GROUP BY segment_type";
    for (String sql :
        List.of("SELECT * FROM segments ORDER BY segment_id LIMIT 5", kinds + " ORDER BY 2 DESC")) {
      query
          .answer(sql)
          .ifPresent(
              answer -> {
                TextTable.print(AnswerRows.of(answer), System.out);
                Csv.print(AnswerRows.of(answer), System.out);
                answer.json().forEach(System.out::println);
              });
    }
  }
}
