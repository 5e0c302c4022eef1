package org.colmado.insights.scoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.colmado.insights.table.ForecastAccuracy.AS_OF;
import static org.colmado.insights.table.ForecastAccuracy.GRANULARITY;
import static org.colmado.insights.table.ForecastAccuracy.IS_CHAMPION;
import static org.colmado.insights.table.ForecastAccuracy.MEASURE;
import static org.colmado.insights.table.ForecastAccuracy.MODEL;
import static org.colmado.insights.table.ForecastAccuracy.STORE_ID;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastAccuracy;

/**
 * Counts changes of the champion model for hours and days of tickets and revenue, from {@link
 * ForecastAccuracy}.
 */
record ChampionChanges(ScoreRules.Champions rules) {
  private static final String CHANGES = "champion_changes";
  private static final String JUDGED_AGAIN = "judged_again";
  private static final String BEFORE = "model_before";
  private static final int WEEK = 7;

  Measure measure() {
    return new Measure(
        CHANGES,
        sums -> sums.getOrDefault(JUDGED_AGAIN, 0.0) == 0 ? null : sums.get(CHANGES),
        "%d or less in %d weeks; no value: not judged a second time in them"
            .formatted(rules.mostChanges(), rules.weeks()),
        value -> value <= rules.mostChanges());
  }

  /**
   * One row for each store: its id, champion changes, and back-tests with an earlier one to compare
   * with.
   *
   * @param accuracy rows of {@link ForecastAccuracy}
   * @param asOf last day included
   */
  Dataset<Row> sums(Dataset<Row> accuracy, LocalDate asOf) {
    WindowSpec inOrder = Window.partitionBy(STORE_ID, GRANULARITY, MEASURE).orderBy(AS_OF);
    Column isUsed =
        col(IS_CHAMPION)
            .and(col(AS_OF).leq(lit(asOf)))
            .and(col(GRANULARITY).isin(DemandForecast.HOUR, DemandForecast.DAY))
            .and(col(MEASURE).isin(DemandForecast.TICKETS, DemandForecast.REVENUE));
    Column isRecent = col(AS_OF).gt(date_sub(lit(asOf), rules.weeks() * WEEK));

    return accuracy
        .where(isUsed)
        .withColumn(BEFORE, lag(MODEL, 1).over(inOrder))
        .where(isRecent)
        .groupBy(col(STORE_ID))
        .agg(
            count(when(col(BEFORE).notEqual(col(MODEL)), 1)).as(CHANGES),
            count(BEFORE).as(JUDGED_AGAIN));
  }
}
