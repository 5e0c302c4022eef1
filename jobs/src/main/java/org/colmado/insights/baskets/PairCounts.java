package org.colmado.insights.baskets;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.colmado.insights.baskets.ItemCounts.BEFORE;
import static org.colmado.insights.baskets.ItemCounts.ITEM;
import static org.colmado.insights.baskets.ItemCounts.WHOLE;
import static org.colmado.insights.baskets.ShopBaskets.IS_HELD_OUT;
import static org.colmado.insights.baskets.ShopBaskets.ITEMS;
import static org.colmado.insights.baskets.ShopBaskets.LEVEL;
import static org.colmado.insights.table.SaleLines.SALE_ID;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts the {@link ShopBaskets} that contain both items of a pair: store_id, level, {@link #A} and
 * {@link #B} (each a struct of item, whole, before), whole, before. Every pair has one row, with
 * {@code a.item < b.item}; pairs that occur in no basket have none.
 *
 * <p>Of a basket with more than {@code mostItems} counted items, only the most frequent ones
 * (before the hold-out; ties by name) are paired, which limits the number of pairs of large
 * baskets. This can make the count and lift of a pair too low, never too high.
 */
public record PairCounts(int mostItems) {
  static final String A = "a";
  static final String B = "b";
  private static final String RANK = "rank";

  /**
   * The counts.
   *
   * @param items rows of {@link ItemCounts}: other items are not paired
   */
  public Dataset<Row> from(Dataset<Row> baskets, Dataset<Row> items) {
    return withKnownItems(baskets, items)
        .select(col("*"), explode(col(ITEMS)).as(A))
        .select(col("*"), explode(col(ITEMS)).as(B))
        .where(col(A).getField(ITEM).lt(col(B).getField(ITEM)))
        .groupBy(col(STORE_ID), col(LEVEL), col(A), col(B))
        .agg(ItemCounts.whole(), ItemCounts.before());
  }

  private Dataset<Row> withKnownItems(Dataset<Row> baskets, Dataset<Row> items) {
    Column[] key = {col(STORE_ID), col(SALE_ID), col(LEVEL), col(IS_HELD_OUT)};
    Column item = struct(negate(col(BEFORE)).as(RANK), col(ITEM), col(WHOLE), col(BEFORE));
    Column mostBought = slice(sort_array(collect_list(item)), 1, mostItems);

    return baskets
        .select(col("*"), explode(col(ITEMS)).as(ITEM))
        .join(items, new String[] {STORE_ID, LEVEL, ITEM})
        .groupBy(key)
        .agg(mostBought.as(ITEMS));
  }
}
