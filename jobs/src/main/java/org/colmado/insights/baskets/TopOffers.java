package org.colmado.insights.baskets;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.colmado.insights.baskets.ItemCounts.ITEM;
import static org.colmado.insights.baskets.ShopBaskets.ITEMS;
import static org.colmado.insights.baskets.ShopBaskets.LEVEL;
import static org.colmado.insights.table.BasketRules.ANTECEDENT;
import static org.colmado.insights.table.BasketRules.BASKETS;
import static org.colmado.insights.table.BasketRules.CONSEQUENT;
import static org.colmado.insights.table.BasketRules.CONSEQUENT_COUNT;
import static org.colmado.insights.table.BasketRules.LIFT;
import static org.colmado.insights.table.SaleLines.SALE_ID;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Computes the three items to offer with each basket: store_id, level, sale_id, {@link #OFFERS},
 * and {@link #BEST_SELLERS} for comparison.
 *
 * <p>The score of an item that is not in the basket is the log of its share of visits plus the log
 * lift of every rule from an item in the basket to it (naive Bayes). Without a rule the order is by
 * popularity. Ties are broken by name.
 *
 * @param popular rows of {@link PopularItems}
 */
record TopOffers(Dataset<Row> popular) {
  /** Up to three structs of {@code against} (the score, negated) and item, the best first. */
  static final String OFFERS = "offers";

  /** Up to three structs of rank and item: the most popular that are not in the basket. */
  static final String BEST_SELLERS = "best_sellers";

  private static final int SHOWN = 3;
  private static final String RANK = PopularItems.RANK;
  private static final String LOG_SHARE = PopularItems.LOG_SHARE;
  private static final String WEIGHT = "weight";

  /** Number of digits that do not depend on the order of summation. */
  private static final int DIGITS = 9;

  /**
   * The offers.
   *
   * @param baskets store_id, level, sale_id, {@link ShopBaskets#ITEMS}
   * @param rules columns of {@link org.colmado.insights.table.BasketRules}
   */
  Dataset<Row> from(Dataset<Row> baskets, Dataset<Row> rules) {
    Column score = round(max(LOG_SHARE).plus(sum(WEIGHT)), DIGITS);
    Column offer = struct(negate(col("score")).as("against"), col(ITEM));
    Column bestSeller = when(col(RANK).isNotNull(), struct(col(RANK), col(ITEM)));

    return ruled(baskets, rules)
        .unionByName(favourites(baskets))
        .groupBy(col(STORE_ID), col(LEVEL), col(SALE_ID), col(ITEM))
        .agg(score.as("score"), min(RANK).as(RANK))
        .groupBy(col(STORE_ID), col(LEVEL), col(SALE_ID))
        .agg(first(offer).as(OFFERS), first(bestSeller).as(BEST_SELLERS));
  }

  /** The first in order, nulls left out. */
  private static Column first(Column values) {
    return slice(sort_array(collect_list(values)), 1, SHOWN);
  }

  private static Dataset<Row> ruled(Dataset<Row> baskets, Dataset<Row> rules) {
    Dataset<Row> links =
        rules.select(
            col(STORE_ID),
            col(LEVEL),
            col(ANTECEDENT),
            col(CONSEQUENT).as(ITEM),
            log(col(CONSEQUENT_COUNT).divide(col(BASKETS))).as(LOG_SHARE),
            log(col(LIFT)).as(WEIGHT),
            lit(null).cast(IntegerType).as(RANK));

    return baskets
        .select(col("*"), explode(col(ITEMS)).as(ANTECEDENT))
        .join(links, new String[] {STORE_ID, LEVEL, ANTECEDENT})
        .transform(TopOffers::notInTheBasket);
  }

  /** The most popular items, so many that three of them are not in the basket. */
  private Dataset<Row> favourites(Dataset<Row> baskets) {
    Column enough = sequence(lit(1), size(col(ITEMS)).plus(SHOWN));

    return baskets
        .select(col("*"), explode(enough).as(RANK))
        .join(broadcast(popular), new String[] {STORE_ID, LEVEL, RANK})
        .withColumn(WEIGHT, lit(0.0))
        .transform(TopOffers::notInTheBasket);
  }

  private static Dataset<Row> notInTheBasket(Dataset<Row> candidates) {
    return candidates
        .where(not(array_contains(col(ITEMS), col(ITEM))))
        .select(
            col(STORE_ID),
            col(LEVEL),
            col(SALE_ID),
            col(ITEM),
            col(LOG_SHARE),
            col(WEIGHT),
            col(RANK));
  }
}
