package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;

import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * Converts tickets to rows of {@link SaleLines} with the product's category.
 *
 * @param labels categories of the products on the tickets
 */
public record SaleLineRows(Instant ingestedAt, ProductLabels labels) {
  private static final String POSITION = "position";
  private static final String LINE = "sold";

  /** One row for each line. */
  public Dataset<Row> from(Dataset<Row> tickets) {
    return lines(tickets)
        .withColumn(SaleLines.CATEGORY, labels.categoryOf(col(SaleLines.PRODUCT_KEY)))
        .withColumn(SaleLines.LINE_NO, col(POSITION).plus(1))
        .withColumn(SaleLines.INGESTED_AT, lit(ingestedAt));
  }

  /**
   * The products on the tickets: one row for each product and catalogue category, with its number
   * of lines.
   */
  public static Dataset<Row> names(Dataset<Row> tickets) {
    return lines(tickets)
        .groupBy(
            col(SaleLines.PRODUCT_KEY),
            col(SaleLines.DESCRIPTION),
            col(SaleLines.CATALOGUE_CATEGORY))
        .count()
        .withColumnRenamed("count", "line_count");
  }

  private static Dataset<Row> lines(Dataset<Row> tickets) {
    return tickets
        .select(
            col(Sales.STORE_ID),
            col(Sales.SALE_ID),
            col(Sales.BUSINESS_ON),
            col(Sales.IS_RETURN),
            col(Sales.IS_CANCELLED),
            posexplode(col(Fragments.LINES)).as(new String[] {POSITION, LINE}))
        .select(col("*"), col(LINE + ".*"))
        .drop(LINE);
  }
}
