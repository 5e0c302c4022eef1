package org.colmado.insights.plans.staffing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.colmado.insights.table.TransactionFeatures.BUSINESS_ON;
import static org.colmado.insights.table.TransactionFeatures.CHANNEL;
import static org.colmado.insights.table.TransactionFeatures.HOUR_OF_DAY;
import static org.colmado.insights.table.TransactionFeatures.IS_VISIT;
import static org.colmado.insights.table.TransactionFeatures.STORE_ID;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.colmado.insights.table.TransactionFeatures;

/**
 * The share of visits that are delivered: one row for each store and hour of the day with recent
 * visits. An hour with few visits is shrunk towards the store's overall share.
 *
 * @param asOf last day counted
 * @param days length of the window in days
 */
record DeliveryShares(LocalDate asOf, int days) {
  static final String SHARE = "delivery_share";

  /** Weight of the store's overall share, in visits. */
  private static final double PRIOR_VISITS = 20;

  /**
   * The shares.
   *
   * @param features rows of {@link TransactionFeatures}
   */
  Dataset<Row> from(Dataset<Row> features) {
    Column recent =
        col(BUSINESS_ON).gt(date_sub(lit(asOf), days)).and(col(BUSINESS_ON).leq(lit(asOf)));
    Column isDelivered = col(CHANNEL).isin("delivery", "whatsapp", "phone");
    WindowSpec ofStore = Window.partitionBy(STORE_ID);
    Column ofDay = sum("delivered").over(ofStore).divide(sum("visits").over(ofStore));
    Column share =
        col("delivered")
            .plus(ofDay.multiply(PRIOR_VISITS))
            .divide(col("visits").plus(PRIOR_VISITS));

    return features
        .where(recent.and(col(IS_VISIT)))
        .groupBy(col(STORE_ID), col(HOUR_OF_DAY))
        .agg(
            count(lit(1)).cast("double").as("visits"),
            sum(when(isDelivered, 1.0).otherwise(0.0)).as("delivered"))
        .select(col(STORE_ID), col(HOUR_OF_DAY), share.as(SHARE));
  }
}
