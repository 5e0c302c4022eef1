package org.colmado.insights.baskets;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.row_number;
import static org.colmado.insights.baskets.ItemCounts.ITEM;
import static org.colmado.insights.baskets.Scopes.PERIOD;
import static org.colmado.insights.baskets.ShopBaskets.LEVEL;
import static org.colmado.insights.table.BasketRules.BASKETS;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Ranks {@link ItemCounts} by popularity in a period: store_id, level, item, {@link #RANK}, {@link
 * #LOG_SHARE}.
 *
 * @param period one of {@link Scopes#PERIOD}
 */
public record PopularItems(String period) {
  /** 1 is the item in the most baskets; ties by name. */
  static final String RANK = "rank";

  /** Log of the share of all visits that have the item. */
  static final String LOG_SHARE = "log_share";

  /**
   * The order.
   *
   * @param scopes rows of {@link Scopes}
   */
  public Dataset<Row> from(Dataset<Row> items, Dataset<Row> scopes) {
    Column rank =
        row_number()
            .over(
                Window.partitionBy(col(STORE_ID), col(LEVEL))
                    .orderBy(col(period).desc(), col(ITEM)));

    return items
        .where(col(period).gt(0))
        .join(broadcast(scopes.where(col(PERIOD).equalTo(period))), new String[] {STORE_ID, LEVEL})
        .select(
            col(STORE_ID),
            col(LEVEL),
            col(ITEM),
            rank.as(RANK),
            log(col(period).divide(col(BASKETS))).as(LOG_SHARE));
  }
}
