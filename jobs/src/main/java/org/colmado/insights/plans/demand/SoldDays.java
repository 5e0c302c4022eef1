package org.colmado.insights.plans.demand;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.colmado.insights.table.SaleLines.AMOUNT;
import static org.colmado.insights.table.SaleLines.BUSINESS_ON;
import static org.colmado.insights.table.SaleLines.CATEGORY;
import static org.colmado.insights.table.SaleLines.DESCRIPTION;
import static org.colmado.insights.table.SaleLines.DISCOUNT;
import static org.colmado.insights.table.SaleLines.IS_CANCELLED;
import static org.colmado.insights.table.SaleLines.IS_RETURN;
import static org.colmado.insights.table.SaleLines.PRODUCT_KEY;
import static org.colmado.insights.table.SaleLines.QUANTITY;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.SaleLines;

/**
 * Sums {@link SaleLines} to one row for each store, product and day with sales: units, and
 * separately lines sold by amount of money without units. Returns do not reduce demand; cancelled
 * lines are ignored.
 *
 * @param asOf last day counted
 * @param days length of the window in days
 */
public record SoldDays(LocalDate asOf, int days) {
  public static final String UNITS = "units";

  /** Value of the lines that have units, store currency. */
  public static final String PRICED = "priced";

  /** Value of the lines sold by amount of money, store currency. */
  public static final String UNPRICED = "unpriced";

  /** Mean of the prices on the lines; null: no line has a price. */
  public static final String LIST_PRICE = "list_price";

  /** Unit cost from the lines; null: not given. */
  public static final String LINE_COST = "line_cost";

  public Dataset<Row> from(Dataset<Row> saleLines) {
    Column inWindow =
        col(BUSINESS_ON).gt(date_sub(lit(asOf), days)).and(col(BUSINESS_ON).leq(lit(asOf)));
    Column value = col(AMOUNT).minus(col(DISCOUNT)).cast("double");
    Column hasUnits = col(QUANTITY).isNotNull();

    return saleLines
        .where(
            inWindow
                .and(not(col(IS_RETURN)))
                .and(not(col(IS_CANCELLED)))
                .and(col(SaleLines.KIND).isNull()))
        .groupBy(col(STORE_ID), col(PRODUCT_KEY), col(BUSINESS_ON))
        .agg(
            max(CATEGORY).as(CATEGORY),
            max(DESCRIPTION).as(DESCRIPTION),
            coalesce(sum(col(QUANTITY).cast("double")), lit(0.0)).as(UNITS),
            sum(when(hasUnits, value).otherwise(0.0)).as(PRICED),
            sum(when(hasUnits, 0.0).otherwise(value)).as(UNPRICED),
            avg(col(SaleLines.UNIT_PRICE).cast("double")).as(LIST_PRICE),
            max(col(SaleLines.COST).cast("double")).as(LINE_COST));
  }
}
