package org.colmado.insights.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.row_number;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.colmado.insights.run.Run;
import org.colmado.insights.table.BasketRules;
import org.colmado.insights.table.OfferAccuracy;

/**
 * Two products that a shop sells together.
 *
 * @param confidence share of visits with the first item that also have the second
 * @param lift confidence relative to the share of all visits with the second item
 */
record PairFigures(String first, String second, double confidence, double lift) {
  private static final int SHOWN = 3;

  /** The pairs with the most joint sales by store, if rules were computed this night. */
  static Map<String, List<PairFigures>> of(Run run, Column stores) {
    LocalDate asOf = run.asOf();
    boolean areNew =
        run.small().rows(OfferAccuracy.TABLE).stream()
            .anyMatch(row -> row.<LocalDate>getAs(OfferAccuracy.AS_OF).equals(asOf));
    if (!areNew) {
      return Map.of();
    }

    return strongest(
            run.lake()
                .read(BasketRules.TABLE)
                .where(col(BasketRules.AS_OF).equalTo(lit(asOf)).and(stores)))
        .collectAsList()
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row.getString(0),
                Collectors.mapping(
                    row ->
                        new PairFigures(
                            row.getString(1), row.getString(2), row.getDouble(3), row.getDouble(4)),
                    Collectors.toList())));
  }

  /** Keeps the rule with the higher confidence of each pair. */
  private static Dataset<Row> strongest(Dataset<Row> rules) {
    Column isSurer =
        col(BasketRules.ANTECEDENT_COUNT)
            .lt(col(BasketRules.CONSEQUENT_COUNT))
            .or(
                col(BasketRules.ANTECEDENT_COUNT)
                    .equalTo(col(BasketRules.CONSEQUENT_COUNT))
                    .and(col(BasketRules.ANTECEDENT).lt(col(BasketRules.CONSEQUENT))));
    Column strength = col(BasketRules.COUNT).multiply(log(col(BasketRules.LIFT)));
    Column rank =
        row_number()
            .over(
                Window.partitionBy(col(BasketRules.STORE_ID))
                    .orderBy(strength.desc(), col(BasketRules.ANTECEDENT)));

    return rules
        .where(col(BasketRules.LEVEL).equalTo(BasketRules.PRODUCT).and(isSurer))
        .select(
            col(BasketRules.STORE_ID),
            col(BasketRules.ANTECEDENT),
            col(BasketRules.CONSEQUENT),
            col(BasketRules.CONFIDENCE),
            col(BasketRules.LIFT),
            rank.as("rank"))
        .where(col("rank").leq(SHOWN))
        .orderBy(col("rank"));
  }
}
