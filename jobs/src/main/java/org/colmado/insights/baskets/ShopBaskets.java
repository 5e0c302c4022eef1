package org.colmado.insights.baskets;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.colmado.insights.table.SaleLines.BUSINESS_ON;
import static org.colmado.insights.table.SaleLines.SALE_ID;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.BasketRules;
import org.colmado.insights.table.SaleLines;

/**
 * Turns {@link SaleLines} into baskets: the visits of the last days of each store, a row for each
 * level. Returns and cancelled tickets are no visits.
 *
 * <p>Columns: store_id, sale_id, business_on, {@link #IS_HELD_OUT}, level, {@link #ITEMS}.
 *
 * @param windowDays length of the window, up to the store's last day with visits
 * @param heldOutDays length of the hold-out at the end of the window
 */
public record ShopBaskets(int windowDays, int heldOutDays) {
  static final String LEVEL = BasketRules.LEVEL;

  /** Whether the visit belongs to the hold-out. */
  static final String IS_HELD_OUT = "is_held_out";

  /** Distinct products or categories of the visit, in no order; without unclassified. */
  static final String ITEMS = "items";

  private static final String UNCLASSIFIED = "unclassified";
  private static final String LAST_DAY = "last_day";

  public Dataset<Row> from(Dataset<Row> saleLines) {
    Dataset<Row> sold =
        saleLines.where(
            not(col(SaleLines.IS_RETURN))
                .and(not(col(SaleLines.IS_CANCELLED)))
                .and(col(SaleLines.KIND).isNull()));
    Dataset<Row> lastDays = sold.groupBy(col(STORE_ID)).agg(max(BUSINESS_ON).as(LAST_DAY));
    Column inWindow = col(BUSINESS_ON).gt(date_sub(col(LAST_DAY), windowDays));

    return sold.join(broadcast(lastDays), STORE_ID)
        .where(inWindow)
        .transform(ShopBaskets::collectedByVisit)
        .transform(this::rowALevel);
  }

  /** Grouped by the ticket alone, so that what is later grouped by ticket needs no shuffle. */
  private static Dataset<Row> collectedByVisit(Dataset<Row> lines) {
    return lines
        .groupBy(col(STORE_ID), col(SALE_ID))
        .agg(
            max(BUSINESS_ON).as(BUSINESS_ON),
            max(LAST_DAY).as(LAST_DAY),
            collect_set(SaleLines.PRODUCT_KEY).as(BasketRules.PRODUCT),
            array_remove(collect_set(SaleLines.CATEGORY), UNCLASSIFIED).as(BasketRules.CATEGORY));
  }

  private Dataset<Row> rowALevel(Dataset<Row> visits) {
    Column isHeldOut = col(BUSINESS_ON).gt(date_sub(col(LAST_DAY), heldOutDays));

    return visits.select(
        col(STORE_ID),
        col(SALE_ID),
        col(BUSINESS_ON),
        isHeldOut.as(IS_HELD_OUT),
        inline(array(level(BasketRules.PRODUCT), level(BasketRules.CATEGORY))));
  }

  private static Column level(String name) {
    return struct(lit(name).as(LEVEL), col(name).as(ITEMS));
  }
}
