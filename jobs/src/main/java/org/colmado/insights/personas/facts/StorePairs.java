package org.colmado.insights.personas.facts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.colmado.insights.personas.facts.SegmentColumns.RANK;
import static org.colmado.insights.personas.facts.SegmentColumns.listed;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.colmado.insights.table.BasketRules;
import org.colmado.insights.table.ProductCategories;

/**
 * Collects the pairs of a store to one row for each store: store_id and pairs, a list of level,
 * rank, antecedent, antecedent_category, consequent, consequent_category, confidence and lift. For
 * each level the pairs with the most joint visits above expectation; pairs below the privacy
 * threshold are left out.
 */
record StorePairs(PersonaRules rules) {
  private static final int PAIRS = 40;

  /**
   * The pairs.
   *
   * @param pairs of all nights up to this one; the latest of each store are used
   * @param products rows of product categories
   */
  Dataset<Row> from(Dataset<Row> pairs, Dataset<Row> products) {
    Dataset<Row> last =
        pairs.groupBy(col(BasketRules.STORE_ID)).agg(max(BasketRules.AS_OF).as(BasketRules.AS_OF));
    Column strength = col(BasketRules.COUNT).multiply(log(col(BasketRules.LIFT)));
    Column place =
        row_number()
            .over(
                Window.partitionBy(col(BasketRules.STORE_ID), col(BasketRules.LEVEL))
                    .orderBy(
                        strength.desc(), col(BasketRules.ANTECEDENT), col(BasketRules.CONSEQUENT)));

    Column others = col(BasketRules.ANTECEDENT_COUNT).minus(col(BasketRules.COUNT));
    Column hidesFew = others.between(1, rules.leastVisits() - 1);

    return pairs
        .where(col(BasketRules.COUNT).geq(rules.leastVisits()).and(not(hidesFew)))
        .join(last, new String[] {BasketRules.STORE_ID, BasketRules.AS_OF})
        .withColumn(RANK, place)
        .where(col(RANK).leq(PAIRS))
        .join(side(products, "antecedent_category"), BasketRules.ANTECEDENT, "left")
        .join(side(products, "consequent_category"), BasketRules.CONSEQUENT, "left")
        .groupBy(col(BasketRules.STORE_ID))
        .agg(
            listed(
                    BasketRules.LEVEL,
                    RANK,
                    BasketRules.ANTECEDENT,
                    "antecedent_category",
                    BasketRules.CONSEQUENT,
                    "consequent_category",
                    BasketRules.CONFIDENCE,
                    BasketRules.LIFT)
                .as("pairs"));
  }

  /** The category of a product; null for a pair of categories. */
  private static Dataset<Row> side(Dataset<Row> products, String category) {
    return products
        .groupBy(col(ProductCategories.PRODUCT_KEY).as(category.replace("_category", "")))
        .agg(max(ProductCategories.CATEGORY).as(category));
  }
}
