package org.colmado.insights.forecast.evaluation;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.colmado.insights.table.DemandForecast.AS_OF;
import static org.colmado.insights.table.DemandForecast.GRANULARITY;
import static org.colmado.insights.table.DemandForecast.MEASURE;
import static org.colmado.insights.table.DemandForecast.STORE_ID;
import static org.colmado.insights.table.DemandForecast.TARGET_HOUR;
import static org.colmado.insights.table.DemandForecast.TARGET_ON;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.forecast.history.HistoryColumns;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.forecast.run.ForecastedStores;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.IssuedScores;
import org.colmado.insights.table.SaleLines;

/**
 * Compares issued forecasts with actual values. A target without a known actual has no row: closed
 * days, days with missing hours, hours that were not open, and weeks that contain such a day.
 *
 * @param hours rows of {@link HourlySales} that count
 * @param categories store_id, business_on, category and its {@link ForecastedStores#VALUE}, of the
 *     same days
 */
public record ScoredForecasts(Dataset<Row> hours, Dataset<Row> categories) {
  private static final String CENTS = "cents";
  private static final String DAYS = "days";
  private static final String KNOWN_DAYS = "known_days";

  /**
   * Rows of {@link IssuedScores}, without scored_on and run_id.
   *
   * @param issued rows of {@link DemandForecast} with {@link IssuedScores#OVERRIDE_VALUE}; a week
   *     comes with all of its days
   */
  public Dataset<Row> from(Dataset<Row> issued) {
    Dataset<Row> days = days(issued);
    Column isKnown = col(IssuedScores.ACTUAL).isNotNull();

    return days.where(isKnown)
        .unionByName(hours(issued))
        .unionByName(weeks(issued, days))
        .withColumn(IssuedScores.ERROR, col(IssuedScores.ACTUAL).minus(col(DemandForecast.YHAT)))
        .withColumn(IssuedScores.HORIZON_DAYS, datediff(col(TARGET_ON), col(AS_OF)));
  }

  /** Days with sales and without missing hours, with their tickets and revenue. */
  private Dataset<Row> knownDays() {
    Column isMissing = col(HourlySales.STATE).equalTo(HourlySales.MISSING);

    return hours
        .groupBy(col(STORE_ID), col(HourlySales.BUSINESS_ON).as(TARGET_ON))
        .agg(
            sum(HourlySales.TICKETS).cast("double").as(HourlySales.TICKETS),
            sum(HourlySales.REVENUE).cast("double").as(HourlySales.REVENUE),
            count(when(isMissing, 1)).as("missing"))
        .where(col(HourlySales.TICKETS).gt(0).and(col("missing").equalTo(0)))
        .drop("missing");
  }

  private Dataset<Row> hours(Dataset<Row> issued) {
    Dataset<Row> open =
        hours
            .where(col(HourlySales.STATE).equalTo(HourlySales.OPEN))
            .select(
                col(STORE_ID),
                col(HourlySales.BUSINESS_ON).as(TARGET_ON),
                col(HourlySales.HOUR).as(TARGET_HOUR),
                col(HourlySales.TICKETS).cast("double").as(HourlySales.TICKETS),
                col(HourlySales.REVENUE).cast("double").as(HourlySales.REVENUE))
            .join(knownDays(), new String[] {STORE_ID, TARGET_ON}, "left_semi");

    return issued
        .where(col(GRANULARITY).equalTo(DemandForecast.HOUR))
        .join(open, new String[] {STORE_ID, TARGET_ON, TARGET_HOUR})
        .withColumn(IssuedScores.ACTUAL, ofMeasure(col(HourlySales.REVENUE)))
        .drop(HourlySales.TICKETS, HourlySales.REVENUE);
  }

  /** All forecast days; a day that is not known has no actual. */
  private Dataset<Row> days(Dataset<Row> issued) {
    int from = DemandForecast.OF_CATEGORY.length() + 1;
    Column ofCategory = col(MEASURE).startsWith(DemandForecast.OF_CATEGORY);
    Column category = when(ofCategory, substring(col(MEASURE), from, Integer.MAX_VALUE));
    Dataset<Row> sold =
        categories.select(
            col(STORE_ID),
            col(HourlySales.BUSINESS_ON).as(TARGET_ON),
            col(SaleLines.CATEGORY),
            round(col(HistoryColumns.VALUE), 2).as(CENTS));
    Column money =
        when(ofCategory, coalesce(col(CENTS), lit(0.0))).otherwise(col(HourlySales.REVENUE));

    return issued
        .where(col(GRANULARITY).equalTo(DemandForecast.DAY))
        .withColumn(SaleLines.CATEGORY, category)
        .join(knownDays(), new String[] {STORE_ID, TARGET_ON}, "left")
        .join(sold, new String[] {STORE_ID, TARGET_ON, SaleLines.CATEGORY}, "left")
        .withColumn(
            IssuedScores.ACTUAL, when(col(HourlySales.TICKETS).isNotNull(), ofMeasure(money)))
        .drop(SaleLines.CATEGORY, HourlySales.TICKETS, HourlySales.REVENUE, CENTS);
  }

  private static Column ofMeasure(Column money) {
    Column ofTickets = col(MEASURE).equalTo(DemandForecast.TICKETS);

    return when(ofTickets, col(HourlySales.TICKETS)).otherwise(money);
  }

  /** A week is the sum of the days that were forecast with it. */
  private static Dataset<Row> weeks(Dataset<Row> issued, Dataset<Row> days) {
    Column week = floor(datediff(col(TARGET_ON), col(AS_OF)).minus(1).divide(ShopDays.WEEK));
    Column first = date_add(col(AS_OF), week.multiply(ShopDays.WEEK).plus(1).cast("int"));
    Dataset<Row> known =
        days.groupBy(col(STORE_ID), col(AS_OF), col(MEASURE), first.as(TARGET_ON))
            .agg(
                round(sum(IssuedScores.ACTUAL), 2).as(IssuedScores.ACTUAL),
                count(lit(1)).as(DAYS),
                count(IssuedScores.ACTUAL).as(KNOWN_DAYS))
            .where(col(DAYS).equalTo(col(KNOWN_DAYS)))
            .drop(DAYS, KNOWN_DAYS);

    return issued
        .where(col(GRANULARITY).equalTo(DemandForecast.WEEK))
        .join(known, new String[] {STORE_ID, AS_OF, MEASURE, TARGET_ON});
  }
}
