package org.colmado.insights.forecast.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/** Revenue by category, from the baskets of {@link Sales}. */
public final class CategoryRevenue {
  private CategoryRevenue() {}

  /**
   * store_id, business_on, category, {@link HistoryColumns#VALUE}.
   *
   * @param visits rows of {@link Sales}, neither returned nor cancelled
   */
  public static Dataset<Row> byDay(Dataset<Row> visits) {
    return visits
        .select(col(Sales.STORE_ID), col(Sales.BUSINESS_ON), explode(col(Sales.BASKET)).as("part"))
        .groupBy(
            col(Sales.STORE_ID),
            col(Sales.BUSINESS_ON),
            col("part." + SaleLines.CATEGORY).as(SaleLines.CATEGORY))
        .agg(sum("part.value").cast("double").as(HistoryColumns.VALUE));
  }
}
