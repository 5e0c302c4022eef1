package org.colmado.insights.forecast.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * Gathers all days of a store into one row, in the column order that {@link StoreHistory} reads.
 */
public final class HistoryColumns {
  public static final String HOURS = "hours";
  public static final String CATEGORIES = "days";

  /** Input column: revenue of a category on a day. */
  public static final String VALUE = "value";

  private static final Column HOUR =
      struct(
          col(HourlySales.BUSINESS_ON),
          col(HourlySales.HOUR),
          col(HourlySales.STATE),
          col(HourlySales.TICKETS),
          col(HourlySales.REVENUE));
  private static final Column CATEGORY =
      struct(col(HourlySales.BUSINESS_ON), col(SaleLines.CATEGORY), col(VALUE));

  private HistoryColumns() {}

  /**
   * store_id, {@link #HOURS}.
   *
   * @param hours rows of {@link HourlySales}
   */
  public static Dataset<Row> hoursByStore(Dataset<Row> hours) {
    return hours.groupBy(col(Sales.STORE_ID)).agg(collect_list(HOUR).as(HOURS));
  }

  /**
   * store_id, {@link #CATEGORIES}.
   *
   * @param categories store_id, business_on, category, {@link #VALUE}
   */
  public static Dataset<Row> categoriesByStore(Dataset<Row> categories) {
    return categories.groupBy(col(Sales.STORE_ID)).agg(collect_list(CATEGORY).as(CATEGORIES));
  }
}
