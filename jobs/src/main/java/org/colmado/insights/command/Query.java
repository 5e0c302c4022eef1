package org.colmado.insights.command;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.delta.ResultTables;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.TableViews;
import org.colmado.insights.lake.sql.SmallAnswer;
import org.colmado.insights.lake.sql.SmallQuery;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.summary.AnswerRows;
import org.colmado.insights.summary.Csv;
import org.colmado.insights.summary.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs SQL over the lake's tables. A SELECT on one small table is answered in a second, without a
 * Spark session.
 */
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
    String root = options.config().lake().root();
    Optional<SmallAnswer> small =
        new SmallQuery(new ResultTables(SparkSessions.hadoopSettings(), root)).answer(sql);
    if (small.isPresent()) {
      print(AnswerRows.of(small.get()), () -> small.get().json().iterator());
      return 0;
    }

    try (SharedSession session = SparkSessions.share("query")) {
      SparkSession spark = session.spark();
      TableViews.register(new Lake(spark, root));
      Dataset<Row> rows = answer(spark);
      print(AnswerRows.of(rows), () -> rows.toJSON().toLocalIterator());
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

  private void print(AnswerRows rows, Supplier<Iterator<String>> json) {
    switch (format) {
      case TABLE -> TextTable.print(rows, System.out);
      case CSV -> Csv.print(rows, System.out);
      case JSON -> json.get().forEachRemaining(System.out::println);
    }
  }
}
