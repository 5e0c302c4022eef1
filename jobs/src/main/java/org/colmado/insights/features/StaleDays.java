package org.colmado.insights.features;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Finds the business days whose features are out of date: a ticket was added, changed or removed,
 * or the rules changed. It compares the tables only and keeps no state of its own, so the next
 * night repairs whatever a killed night left undone.
 *
 * @param asOf last business day to count
 * @param versions one row a store: store_id and {@link #VERSION}
 */
public record StaleDays(LocalDate asOf, Dataset<Row> versions) {
  /** Column of the versions: hash of the rules and settings that features depend on. */
  public static final String VERSION = "store_version";

  /** Tickets of the day. */
  public static final String TICKETS = "day_tickets";

  /** Whether the day already has features, of an older version. */
  public static final String WAS_BUILT = "was_built";

  private static final String NEWEST = "day_newest";
  private static final String RULES = "day_rules";
  private static final String OLDEST_RULES = "day_oldest_rules";

  /**
   * One row a stale day: store_id, business_on, {@link #TICKETS}, {@link #WAS_BUILT}.
   *
   * @param counted all sales, as {@link SalesByHour} counts them
   */
  public Dataset<Row> from(Dataset<Row> counted, Dataset<Row> features) {
    Column day = col(Sales.BUSINESS_ON);
    Dataset<Row> sold =
        counted
            .where(day.leq(lit(asOf)))
            .groupBy(col(Sales.STORE_ID), day)
            .agg(sum(SalesByHour.ALL_TICKETS).as(TICKETS), max(SalesByHour.NEWEST).as(NEWEST));
    Dataset<Row> built =
        features
            .where(day.leq(lit(asOf)))
            .groupBy(col(TransactionFeatures.STORE_ID), day)
            .agg(
                count(lit(1)).as(TICKETS + "_built"),
                max(TransactionFeatures.SALE_INGESTED_AT).as(NEWEST + "_built"),
                min(TransactionFeatures.RULES_VERSION).as(OLDEST_RULES),
                max(TransactionFeatures.RULES_VERSION).as(RULES));

    Column isFresh =
        col(TICKETS)
            .eqNullSafe(col(TICKETS + "_built"))
            .and(col(NEWEST).eqNullSafe(col(NEWEST + "_built")))
            .and(col(OLDEST_RULES).eqNullSafe(col(VERSION)))
            .and(col(RULES).eqNullSafe(col(VERSION)));
    return sold.join(built, new String[] {Sales.STORE_ID, Sales.BUSINESS_ON}, "full_outer")
        .join(broadcast(versions), new String[] {Sales.STORE_ID}, "left")
        .where(not(isFresh))
        .select(
            col(Sales.STORE_ID),
            col(Sales.BUSINESS_ON),
            coalesce(col(TICKETS), lit(0L)).as(TICKETS),
            col(RULES).isNotNull().as(WAS_BUILT));
  }
}
