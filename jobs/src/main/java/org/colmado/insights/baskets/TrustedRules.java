package org.colmado.insights.baskets;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.colmado.insights.baskets.ItemCounts.BEFORE;
import static org.colmado.insights.baskets.ItemCounts.ITEM;
import static org.colmado.insights.baskets.ItemCounts.WHOLE;
import static org.colmado.insights.baskets.PairCounts.A;
import static org.colmado.insights.baskets.PairCounts.B;
import static org.colmado.insights.baskets.Scopes.PERIOD;
import static org.colmado.insights.baskets.ShopBaskets.LEVEL;
import static org.colmado.insights.table.BasketRules.ANTECEDENT;
import static org.colmado.insights.table.BasketRules.ANTECEDENT_COUNT;
import static org.colmado.insights.table.BasketRules.BASKETS;
import static org.colmado.insights.table.BasketRules.CONFIDENCE;
import static org.colmado.insights.table.BasketRules.CONSEQUENT;
import static org.colmado.insights.table.BasketRules.CONSEQUENT_COUNT;
import static org.colmado.insights.table.BasketRules.COUNT;
import static org.colmado.insights.table.BasketRules.LIFT;
import static org.colmado.insights.table.BasketRules.LIFT_LOW;
import static org.colmado.insights.table.BasketRules.P_VALUE;
import static org.colmado.insights.table.BasketRules.SUPPORT;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/**
 * Selects the significant rules from pair counts, two for each pair: the columns of {@link
 * org.colmado.insights.table.BasketRules} without as_of and the run, and {@link Scopes#PERIOD}.
 *
 * <p>A pair passes if it is in enough baskets, the lower bound of its lift is high enough, and its
 * p-value passes the procedure of Benjamini and Hochberg (1995): among the sorted p-values of a
 * store, level and period, all up to the last one that is at most {@code rank / tests *
 * falseDiscovery}. {@code tests} includes pairs that were never bought together; they count as p =
 * 1.
 */
public record TrustedRules(OfferRules.Trust trust) {
  private static final String RANK = "rank";
  private static final String LAST_RANK = "last_rank";

  /**
   * The rules.
   *
   * @param pairs rows of {@link PairCounts}
   * @param scopes rows of {@link Scopes}
   */
  public Dataset<Row> from(Dataset<Row> pairs, Dataset<Row> scopes) {
    return pairs
        .select(col(STORE_ID), col(LEVEL), inline(array(period(WHOLE), period(BEFORE))))
        .where(col(COUNT).geq(trust.leastBaskets()))
        .join(broadcast(scopes), new String[] {STORE_ID, LEVEL, PERIOD})
        .transform(TrustedRules::withChance)
        .transform(this::beyondChance)
        .transform(TrustedRules::bothWays);
  }

  private static Column period(String name) {
    return struct(
        lit(name).as(PERIOD),
        col(A).getField(ITEM).as(ANTECEDENT),
        col(B).getField(ITEM).as(CONSEQUENT),
        col(A).getField(name).as(ANTECEDENT_COUNT),
        col(B).getField(name).as(CONSEQUENT_COUNT),
        col(name).as(COUNT));
  }

  private static Dataset<Row> withChance(Dataset<Row> pairs) {
    return pairs
        .withColumn(LIFT, of(Independence::lift))
        .where(col(LIFT).gt(1))
        .withColumn(LIFT_LOW, of(Independence::liftLow))
        .withColumn(P_VALUE, of(Independence::upperTail));
  }

  private static Column of(UDF4<Long, Long, Long, Long, Double> measure) {
    return udf(measure, DataTypes.DoubleType)
        .apply(col(COUNT), col(ANTECEDENT_COUNT), col(CONSEQUENT_COUNT), col(BASKETS));
  }

  private Dataset<Row> beyondChance(Dataset<Row> pairs) {
    WindowSpec family = Window.partitionBy(col(STORE_ID), col(LEVEL), col(PERIOD));
    Column rank = row_number().over(family.orderBy(col(P_VALUE), col(ANTECEDENT), col(CONSEQUENT)));
    Column allowed = col(RANK).divide(col(Scopes.TESTS)).multiply(trust.falseDiscovery());
    Column lastRank = max(when(col(P_VALUE).leq(allowed), col(RANK))).over(family);

    return pairs
        .withColumn(RANK, rank)
        .withColumn(LAST_RANK, lastRank)
        .where(col(RANK).leq(col(LAST_RANK)).and(col(LIFT_LOW).gt(trust.leastLiftLow())))
        .drop(RANK, LAST_RANK, Scopes.TESTS);
  }

  private static Dataset<Row> bothWays(Dataset<Row> pairs) {
    Column there =
        struct(col(ANTECEDENT), col(CONSEQUENT), col(ANTECEDENT_COUNT), col(CONSEQUENT_COUNT));
    Column back =
        struct(
            col(CONSEQUENT).as(ANTECEDENT),
            col(ANTECEDENT).as(CONSEQUENT),
            col(CONSEQUENT_COUNT).as(ANTECEDENT_COUNT),
            col(ANTECEDENT_COUNT).as(CONSEQUENT_COUNT));

    return pairs
        .withColumn("ways", array(there, back))
        .drop(ANTECEDENT, CONSEQUENT, ANTECEDENT_COUNT, CONSEQUENT_COUNT)
        .select(col("*"), inline(col("ways")))
        .drop("ways")
        .withColumn(SUPPORT, col(COUNT).divide(col(BASKETS)))
        .withColumn(CONFIDENCE, col(COUNT).divide(col(ANTECEDENT_COUNT)));
  }
}
