package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.table.Sales;

/**
 * Converts tickets to rows of {@link Sales}. This is the only definition of revenue: line amounts
 * minus discounts, ITBIS included; 0 for a cancelled ticket (D13, D14).
 *
 * @param labels categories of the products on the tickets
 */
public record SaleRows(String source, Instant ingestedAt, ProductLabels labels) {

  public Dataset<Row> from(Dataset<Row> tickets) {
    return totals(tickets)
        .withColumn(Sales.UNIT_COUNT, col(Fragments.UNITS))
        .withColumn(Sales.LINE_COUNT, size(col(Fragments.LINES)))
        .withColumn(Sales.BASKET, Baskets.of(col(Fragments.LINES), labels))
        .withColumn(Sales.SOURCE, lit(source))
        .withColumn(Sales.INGESTED_AT, lit(ingestedAt));
  }

  /** The tickets with what they come to. */
  static Dataset<Row> totals(Dataset<Row> tickets) {
    return tickets
        .withColumn(Sales.TOTAL, coalesce(col(Sales.TOTAL), col(Fragments.NET)))
        .withColumn(
            Sales.NET_TOTAL, when(col(Sales.IS_CANCELLED), lit(0)).otherwise(col(Fragments.NET)))
        .withColumn(Sales.DISCOUNT_TOTAL, abs(col(Fragments.DISCOUNTS)))
        .withColumn(Sales.TAX_TOTAL, col(Fragments.TAXES));
  }
}
