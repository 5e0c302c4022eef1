package org.colmado.insights.command;

import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.TableViews;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.summary.Csv;
import org.colmado.insights.summary.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs SQL over the lake's tables. */
@Command(
    name = "query",
    description = "Runs SQL over the tables of the lake.",
    mixinStandardHelpOptions = true)
public final class Query implements Callable<Integer> {
  /** Output format. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Mixin private CommonOptions options;

  @Parameters(paramLabel = "SQL", description = "A statement, such as: SELECT count(*) FROM sales")
  private String sql;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table, csv or json; default: table.")
  private Format format;

  @Override
  public Integer call() throws Exception {
    InsightsConfig config = options.config();

    try (SharedSession session = SparkSessions.share("query")) {
      SparkSession spark = session.spark();
      TableViews.register(new Lake(spark, config.lake().root()));
      print(answer(spark));
      return 0;
    }
  }

  private Dataset<Row> answer(SparkSession spark) {
    try {
      return spark.sql(sql);
    } catch (Exception e) {
      if (e instanceof org.apache.spark.sql.AnalysisException) {
        throw new BadInputException("Cannot answer: " + e.getMessage(), e);
      }
      throw e;
    }
  }

  private void print(Dataset<Row> rows) {
    switch (format) {
      case TABLE -> TextTable.print(rows, System.out);
      case CSV -> Csv.print(rows, System.out);
      case JSON -> rows.toJSON().toLocalIterator().forEachRemaining(System.out::println);
    }
  }
}
