package org.colmado.insights.baskets;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.colmado.insights.baskets.ShopBaskets.IS_HELD_OUT;
import static org.colmado.insights.baskets.ShopBaskets.ITEMS;
import static org.colmado.insights.baskets.ShopBaskets.LEVEL;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts the {@link ShopBaskets} that contain each item: store_id, level, {@link #ITEM}, {@link
 * #WHOLE}, {@link #BEFORE}. Items in fewer than {@code leastBaskets} baskets are left out.
 *
 * @param leastBaskets minimum number of baskets in the window
 */
public record ItemCounts(int leastBaskets) {
  static final String ITEM = "item";

  /** Baskets of the whole window. */
  public static final String WHOLE = "whole";

  /** Baskets before the held-out days. */
  public static final String BEFORE = "before";

  public Dataset<Row> from(Dataset<Row> baskets) {
    return baskets
        .select(col(STORE_ID), col(LEVEL), col(IS_HELD_OUT), explode(col(ITEMS)).as(ITEM))
        .groupBy(col(STORE_ID), col(LEVEL), col(ITEM))
        .agg(whole(), before())
        .where(col(WHOLE).geq(leastBaskets));
  }

  static Column whole() {
    return count(lit(1)).as(WHOLE);
  }

  static Column before() {
    return count(when(not(col(IS_HELD_OUT)), 1)).as(BEFORE);
  }
}
