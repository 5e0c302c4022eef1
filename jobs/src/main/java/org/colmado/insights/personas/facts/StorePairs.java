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
 * Turns a store's pairs into one row a store: store_id and pairs, a list of level, rank,
 * antecedent, antecedent_category, consequent, consequent_category, confidence and lift. Of each
 * level those that make the most joint visits beyond chance; none from which fewer visits could be
 * told than the rules allow.
 */
record StorePairs(PersonaRules rules) {
  private static final int PAIRS = 40;

  /**
   * The pairs.
   *
   * @param pairs of every night up to this one; of each store its last count
   * @param products what each product is
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

  /** What a product is; the side of a pair of categories is none. */
  private static Dataset<Row> side(Dataset<Row> products, String category) {
    return products
        .groupBy(col(ProductCategories.PRODUCT_KEY).as(category.replace("_category", "")))
        .agg(max(ProductCategories.CATEGORY).as(category));
  }
}
