package org.colmado.insights.plans.demand;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.colmado.insights.table.SaleLines.BUSINESS_ON;
import static org.colmado.insights.table.SaleLines.CATEGORY;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.DemandForecast;

/**
 * Collects the inputs of {@link CategoryForecast}: one row for each store and category.
 *
 * <p>Columns: store_id, category, {@link #OPEN_DAYS}, {@link #REVENUE}, {@link #EXPECTED}.
 *
 * @param asOf as-of day of the forecast
 */
public record CategoryForecasts(LocalDate asOf) {
  /** Days on which the store sold anything, in no order. */
  public static final String OPEN_DAYS = "open_days";

  /** Structs of day and revenue of the category. */
  public static final String REVENUE = "category_revenue";

  /** Structs of day, expected revenue, and whether the owner adjusted it; null: no forecast. */
  public static final String EXPECTED = "category_expected";

  /**
   * The rows.
   *
   * @param soldDays rows of {@link SoldDays}
   * @param forecast rows of {@link DemandForecast}
   */
  public Dataset<Row> from(Dataset<Row> soldDays, Dataset<Row> forecast) {
    Column value = sum(col(SoldDays.PRICED).plus(col(SoldDays.UNPRICED)));
    Dataset<Row> openDays =
        soldDays.groupBy(col(STORE_ID)).agg(collect_set(BUSINESS_ON).as(OPEN_DAYS));

    return soldDays
        .groupBy(col(STORE_ID), col(CATEGORY), col(BUSINESS_ON))
        .agg(value.as("value"))
        .groupBy(col(STORE_ID), col(CATEGORY))
        .agg(collect_list(struct(col(BUSINESS_ON), col("value"))).as(REVENUE))
        .join(openDays, STORE_ID)
        .join(expected(forecast), new String[] {STORE_ID, CATEGORY}, "left");
  }

  private Dataset<Row> expected(Dataset<Row> forecast) {
    int from = DemandForecast.OF_CATEGORY.length() + 1;
    Column category = substring(col(DemandForecast.MEASURE), from, Integer.MAX_VALUE);
    Column ofDays =
        col(DemandForecast.AS_OF)
            .equalTo(lit(asOf))
            .and(col(DemandForecast.GRANULARITY).equalTo(DemandForecast.DAY))
            .and(col(DemandForecast.MEASURE).startsWith(DemandForecast.OF_CATEGORY));
    Column isAdjusted = col(DemandForecast.STATUS).equalTo(AdjustedForecast.ADJUSTED);
    Column day = struct(col(DemandForecast.TARGET_ON), col(DemandForecast.YHAT), isAdjusted);

    return forecast
        .where(ofDays)
        .groupBy(col(STORE_ID), category.as(CATEGORY))
        .agg(collect_list(day).as(EXPECTED));
  }
}
