package org.colmado.insights.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.PrintStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.ForecastAccuracy;

/** Prints the accuracy of every model, with the champion and models without skill marked. */
public final class AccuracyTable {
  /** A model without this relative improvement over the mean has no skill. */
  private static final double NO_SKILL = 0.02;

  /** Minimum number of scored values for a statement about skill. */
  private static final int MIN_SCORED = 60;

  private AccuracyTable() {}

  public static void print(Dataset<Row> accuracy, PrintStream out) {
    Column verdict =
        when(col(ForecastAccuracy.SKILL).isNull(), lit(""))
            .when(col(ForecastAccuracy.SCORED).lt(MIN_SCORED), lit("too few to tell"))
            .when(col(ForecastAccuracy.SKILL).lt(NO_SKILL), lit("no skill over the mean"))
            .otherwise(
                format_string("%.0f %% better than the mean", percent(ForecastAccuracy.SKILL)));
    Dataset<Row> shown =
        accuracy
            .where(col(ForecastAccuracy.SCORED).gt(0))
            .where(col(ForecastAccuracy.MEASURE).isin("tickets", "revenue"))
            .orderBy(
                col(ForecastAccuracy.STORE_ID),
                col(ForecastAccuracy.MEASURE).desc(),
                col(ForecastAccuracy.GRANULARITY),
                col(ForecastAccuracy.WAPE))
            .select(
                col(ForecastAccuracy.STORE_ID),
                col(ForecastAccuracy.MEASURE),
                col(ForecastAccuracy.GRANULARITY),
                col(ForecastAccuracy.MODEL),
                when(col(ForecastAccuracy.IS_CHAMPION), lit("champion"))
                    .otherwise(lit(""))
                    .as("used"),
                shown("%.1f", ForecastAccuracy.WAPE, "wape_pct"),
                shown("%.1f", ForecastAccuracy.NOISE_FLOOR, "floor_pct"),
                shown("%+.1f", ForecastAccuracy.BIAS, "bias_pct"),
                shown("%.0f", ForecastAccuracy.COVERAGE80, "in80_pct"),
                shown("%.0f", ForecastAccuracy.COVERAGE95, "in95_pct"),
                shown("%.0f", ForecastAccuracy.WITHIN20, "within20_pct"),
                col(ForecastAccuracy.ORIGINS),
                verdict.as("skill"));
    TextTable.print(AnswerRows.of(shown), out);
  }

  private static Column percent(String share) {
    return col(share).multiply(100);
  }

  private static Column shown(String format, String share, String name) {
    return when(col(share).isNull(), lit(""))
        .otherwise(format_string(format, percent(share)))
        .as(name);
  }
}
