package org.colmado.insights.baskets;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.colmado.insights.baskets.ItemCounts.BEFORE;
import static org.colmado.insights.baskets.ItemCounts.WHOLE;
import static org.colmado.insights.baskets.ShopBaskets.LEVEL;
import static org.colmado.insights.table.SaleLines.BUSINESS_ON;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.BasketRules;

/**
 * The reference figures for testing pairs: store_id, level, {@link #PERIOD}, baskets, {@link
 * #TESTS}, first_on, last_on.
 *
 * @param leastBaskets minimum number of baskets of an item in a period
 */
public record Scopes(int leastBaskets) {
  /** whole: the full window; before: the part before the hold-out. */
  public static final String PERIOD = "period";

  /** Number of tested pairs: k(k-1)/2 for k counted items. */
  static final String TESTS = "tests";

  /**
   * The scopes.
   *
   * @param baskets rows of {@link ShopBaskets}
   * @param items rows of {@link ItemCounts}
   */
  public Dataset<Row> from(Dataset<Row> baskets, Dataset<Row> items) {
    Dataset<Row> visits =
        baskets
            .where(col(LEVEL).equalTo(BasketRules.PRODUCT))
            .groupBy(col(STORE_ID))
            .agg(
                ItemCounts.whole(),
                ItemCounts.before(),
                min(BUSINESS_ON).as(BasketRules.FIRST_ON),
                max(BUSINESS_ON).as(BasketRules.LAST_ON));
    Dataset<Row> tests =
        items
            .groupBy(col(STORE_ID), col(LEVEL))
            .agg(tests(WHOLE).as("tests_whole"), tests(BEFORE).as("tests_before"));

    return tests
        .join(visits, STORE_ID)
        .select(
            col(STORE_ID),
            col(LEVEL),
            col(BasketRules.FIRST_ON),
            col(BasketRules.LAST_ON),
            inline(array(period(WHOLE), period(BEFORE))));
  }

  private Column tests(String period) {
    Column k = count(when(col(period).geq(leastBaskets), 1));

    return k.multiply(k.minus(1)).divide(2);
  }

  private static Column period(String name) {
    return struct(
        lit(name).as(PERIOD), col(name).as(BasketRules.BASKETS), col("tests_" + name).as(TESTS));
  }
}
