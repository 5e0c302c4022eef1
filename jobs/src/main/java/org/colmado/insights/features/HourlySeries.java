package org.colmado.insights.features;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.dayofweek;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.spark.Scratch;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;

/**
 * Counts sales by hour and lays them on every hour of every day between a store's first and last
 * sale, so that an hour without a sale has a row too. What such an hour means, {@link OpenHours}
 * says.
 *
 * @param stores rows of {@link Stores}
 * @param scratch where the counts are kept: days, hours and values are all taken from them
 */
public record HourlySeries(Dataset<Row> stores, Scratch scratch) {
  /** Place of the hour in the business day: 0 is the first hour after the cut-over. */
  static final String POSITION = "position";

  static final String DAY_OF_WEEK = "day_of_week";
  static final String TICKETS = "tickets";
  static final String REVENUE = "revenue";
  static final String UNITS = "units";
  static final String REFUNDS = "refunds";

  /** One row a store, day and hour the store ever sold in, zeros included. */
  public Dataset<Row> from(Dataset<Row> sales) {
    Dataset<Row> counted = scratch.computed(sales.transform(HourlySeries::counted));

    return counted
        .transform(this::everyHour)
        .join(counted, new String[] {Sales.STORE_ID, Sales.BUSINESS_ON, Sales.HOUR}, "left")
        .na()
        .fill(0, new String[] {TICKETS})
        .withColumn(REVENUE, coalesce(col(REVENUE), lit(0)))
        .withColumn(UNITS, coalesce(col(UNITS), lit(0)))
        .withColumn(REFUNDS, coalesce(col(REFUNDS), lit(0)))
        .withColumn(DAY_OF_WEEK, dayofweek(col(Sales.BUSINESS_ON)).minus(1))
        .transform(this::withPosition);
  }

  static Dataset<Row> counted(Dataset<Row> sales) {
    Column isVisit = not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED)));
    Column isRefund = col(Sales.IS_RETURN).and(not(col(Sales.IS_CANCELLED)));

    return sales
        .groupBy(col(Sales.STORE_ID), col(Sales.BUSINESS_ON), col(Sales.HOUR))
        .agg(
            sum(when(isVisit, 1L).otherwise(0L)).as(TICKETS),
            sum(when(isVisit, col(Sales.NET_TOTAL))).as(REVENUE),
            sum(when(isVisit, col(Sales.UNIT_COUNT))).as(UNITS),
            sum(when(isRefund, col(Sales.NET_TOTAL))).as(REFUNDS));
  }

  private Dataset<Row> everyHour(Dataset<Row> counted) {
    Column visited = col(TICKETS).gt(0);
    Dataset<Row> spans =
        counted
            .groupBy(col(Sales.STORE_ID))
            .agg(
                coalesce(min(when(visited, col(Sales.BUSINESS_ON))), min(Sales.BUSINESS_ON))
                    .as("first_on"),
                max(Sales.BUSINESS_ON).as("last_on"));
    Dataset<Row> hours =
        counted.select(Sales.STORE_ID, Sales.HOUR).union(configuredHours()).distinct();

    return spans
        .select(
            col(Sales.STORE_ID),
            explode(sequence(col("first_on"), col("last_on"))).as(Sales.BUSINESS_ON))
        .join(broadcast(hours), Sales.STORE_ID);
  }

  private Dataset<Row> configuredHours() {
    return OpenHours.configured(stores).select(Sales.STORE_ID, Sales.HOUR);
  }

  private Dataset<Row> withPosition(Dataset<Row> hours) {
    Dataset<Row> starts = stores.select(Stores.STORE_ID, Stores.DAY_STARTS_AT_MINUTE);
    Column position =
        pmod(col(Sales.HOUR).minus(expr(Stores.DAY_STARTS_AT_MINUTE + " DIV 60")), lit(24));

    return hours
        .join(broadcast(starts), Sales.STORE_ID)
        .withColumn(POSITION, position.cast("int"))
        .drop(Stores.DAY_STARTS_AT_MINUTE);
  }
}
