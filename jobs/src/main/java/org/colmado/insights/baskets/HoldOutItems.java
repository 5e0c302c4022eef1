package org.colmado.insights.baskets;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.colmado.insights.baskets.ItemCounts.BEFORE;
import static org.colmado.insights.baskets.ItemCounts.ITEM;
import static org.colmado.insights.baskets.Scopes.PERIOD;
import static org.colmado.insights.baskets.ShopBaskets.IS_HELD_OUT;
import static org.colmado.insights.baskets.ShopBaskets.ITEMS;
import static org.colmado.insights.baskets.ShopBaskets.LEVEL;
import static org.colmado.insights.table.SaleLines.SALE_ID;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.OfferAccuracy;

/**
 * Tests offers on hold-out baskets with two or more items: one item is hidden and three items are
 * offered for the rest; it is a hit if the hidden item is among them. Rules and popularity come
 * from the weeks before the hold-out. A hash of ticket and item selects the hidden item,
 * independent of its position and popularity.
 *
 * <p>Gives the columns of {@link OfferAccuracy} without as_of and the run; no row for a store and
 * level without such baskets.
 */
public final class HoldOutItems {
  private static final String HIDDEN = "hidden";
  private static final String[] BASKET = {STORE_ID, LEVEL, SALE_ID};

  private HoldOutItems() {}

  /**
   * The hits.
   *
   * @param baskets rows of {@link ShopBaskets}
   * @param popular rows of {@link PopularItems} of the weeks before
   * @param rules rows of {@link TrustedRules}; rules of the whole window are ignored
   */
  public static Dataset<Row> from(Dataset<Row> baskets, Dataset<Row> popular, Dataset<Row> rules) {
    Dataset<Row> tested = tested(baskets);
    Dataset<Row> rulesBefore = rules.where(col(PERIOD).equalTo(BEFORE));

    return tested
        .join(new TopOffers(popular).from(tested, rulesBefore), BASKET, "left")
        .groupBy(col(STORE_ID), col(LEVEL))
        .agg(
            count(lit(1)).as(OfferAccuracy.TESTED),
            hits(TopOffers.OFFERS).as(OfferAccuracy.OFFER_HITS),
            hits(TopOffers.BEST_SELLERS).as(OfferAccuracy.POPULARITY_HITS));
  }

  /** The hold-out baskets without their hidden item. */
  static Dataset<Row> tested(Dataset<Row> baskets) {
    Column drawn =
        array_min(
            transform(
                col(ITEMS),
                item -> struct(xxhash64(col(SALE_ID), item).as("draw"), item.as(ITEM))));

    return baskets
        .where(col(IS_HELD_OUT).and(size(col(ITEMS)).geq(2)))
        .withColumn(HIDDEN, drawn.getField(ITEM))
        .withColumn(ITEMS, array_remove(col(ITEMS), col(HIDDEN)))
        .select(col(STORE_ID), col(LEVEL), col(SALE_ID), col(HIDDEN), col(ITEMS));
  }

  private static Column hits(String offers) {
    return count(when(array_contains(col(offers).getField(ITEM), col(HIDDEN)), 1));
  }
}
