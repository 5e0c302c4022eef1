package org.colmado.insights.baskets;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.row_number;
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
import org.apache.spark.sql.expressions.Window;

/**
 * Counts the {@link ShopBaskets} that contain both items of a pair: store_id, level, {@link #A} and
 * {@link #B} (each a struct of item, whole, before), whole, before. Every pair has one row, with
 * {@code a.item < b.item}; pairs in fewer than {@code leastBaskets} baskets have none.
 *
 * <p>Of a basket with more than {@code mostItems} counted items, only the most frequent ones
 * (before the hold-out; ties by name) are paired, which limits the number of pairs of large
 * baskets. This can make the count and lift of a pair too low, never too high.
 *
 * @param mostItems maximum number of items of a basket that are paired
 * @param leastBaskets minimum number of baskets of a pair
 */
public record PairCounts(int mostItems, int leastBaskets) {
  static final String A = "a";
  static final String B = "b";

  /** An item's number within store and level, 1 for the most frequent. Pairs of names are slow. */
  private static final String NUMBER = "number";

  private static final String FIRST = "first_number";
  private static final String SECOND = "second_number";

  /**
   * The counts.
   *
   * @param items rows of {@link ItemCounts}: other items are not paired
   */
  public Dataset<Row> from(Dataset<Row> baskets, Dataset<Row> items) {
    Dataset<Row> numbered = numbered(items);
    Column one = col(FIRST + "_item");
    Column other = col(SECOND + "_item");

    return withNumbers(baskets, numbered)
        .select(col("*"), explode(col(ITEMS)).as(FIRST))
        .select(col("*"), explode(col(ITEMS)).as(SECOND))
        .where(col(FIRST).lt(col(SECOND)))
        .groupBy(col(STORE_ID), col(LEVEL), col(FIRST), col(SECOND))
        .agg(ItemCounts.whole(), ItemCounts.before())
        .where(col(WHOLE).geq(leastBaskets))
        .join(named(numbered, FIRST), new String[] {STORE_ID, LEVEL, FIRST})
        .join(named(numbered, SECOND), new String[] {STORE_ID, LEVEL, SECOND})
        .select(
            col(STORE_ID),
            col(LEVEL),
            least(one, other).as(A),
            greatest(one, other).as(B),
            col(WHOLE),
            col(BEFORE));
  }

  private static Dataset<Row> numbered(Dataset<Row> items) {
    Column number =
        row_number()
            .over(
                Window.partitionBy(col(STORE_ID), col(LEVEL))
                    .orderBy(col(BEFORE).desc(), col(ITEM)));

    return items.withColumn(NUMBER, number);
  }

  private Dataset<Row> withNumbers(Dataset<Row> baskets, Dataset<Row> numbered) {
    Column mostBought = slice(sort_array(collect_list(NUMBER)), 1, mostItems);

    return baskets
        .select(col("*"), explode(col(ITEMS)).as(ITEM))
        .join(numbered.select(STORE_ID, LEVEL, ITEM, NUMBER), new String[] {STORE_ID, LEVEL, ITEM})
        .groupBy(col(STORE_ID), col(SALE_ID), col(LEVEL), col(IS_HELD_OUT))
        .agg(mostBought.as(ITEMS));
  }

  private static Dataset<Row> named(Dataset<Row> numbered, String number) {
    return numbered.select(
        col(STORE_ID),
        col(LEVEL),
        col(NUMBER).as(number),
        struct(col(ITEM), col(WHOLE), col(BEFORE)).as(number + "_item"));
  }
}
