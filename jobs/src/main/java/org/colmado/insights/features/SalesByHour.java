package org.colmado.insights.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.Sales;

/** Counts sales by store, business day and hour, in one pass for both daily and hourly tables. */
public final class SalesByHour {
  static final String TICKETS = "tickets";
  static final String REVENUE = "revenue";
  static final String UNITS = "units";
  static final String REFUNDS = "refunds";

  /** Tickets of all kinds, returns and cancelled ones too. */
  static final String ALL_TICKETS = "all_tickets";

  /** Time at which the newest of them was ingested. */
  static final String NEWEST = "newest";

  private SalesByHour() {}

  /** One row for each hour with a ticket; a sum is null if there is no ticket of its kind. */
  public static Dataset<Row> from(Dataset<Row> sales) {
    Column isVisit = not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED)));
    Column isRefund = col(Sales.IS_RETURN).and(not(col(Sales.IS_CANCELLED)));

    return sales
        .groupBy(col(Sales.STORE_ID), col(Sales.BUSINESS_ON), col(Sales.HOUR))
        .agg(
            sum(when(isVisit, 1L).otherwise(0L)).as(TICKETS),
            sum(when(isVisit, col(Sales.NET_TOTAL))).as(REVENUE),
            sum(when(isVisit, col(Sales.UNIT_COUNT))).as(UNITS),
            sum(when(isRefund, col(Sales.NET_TOTAL))).as(REFUNDS),
            count(lit(1)).as(ALL_TICKETS),
            max(Sales.INGESTED_AT).as(NEWEST));
  }
}
