package org.colmado.insights.scoring;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.table.BasketRules;
import org.colmado.insights.table.OfferAccuracy;

/**
 * Scorecard measures of offers, from the latest test of each store in {@link OfferAccuracy}.
 *
 * @param asOf last day included
 * @param leastBaskets minimum number of tested baskets
 */
public record OfferMeasures(LocalDate asOf, int leastBaskets) {
  private static final String[] COUNTS = {
    OfferAccuracy.TESTED, OfferAccuracy.OFFER_HITS, OfferAccuracy.POPULARITY_HITS
  };
  private static final String[] LEVELS = {BasketRules.PRODUCT, BasketRules.CATEGORY};

  static final List<Measure> ALL =
      List.of(
          rate("offer_hit_rate_at_3", BasketRules.PRODUCT, OfferAccuracy.OFFER_HITS),
          rate("popularity_hit_rate_at_3", BasketRules.PRODUCT, OfferAccuracy.POPULARITY_HITS),
          new Measure(
              "offer_hits_over_popularity",
              hitsOverPopularity(BasketRules.PRODUCT),
              "1.5 or more",
              value -> value >= 1.5),
          rate("category_offer_hit_rate_at_3", BasketRules.CATEGORY, OfferAccuracy.OFFER_HITS),
          rate(
              "category_popularity_hit_rate_at_3",
              BasketRules.CATEGORY,
              OfferAccuracy.POPULARITY_HITS),
          new Measure(
              "category_offer_hits_over_popularity",
              hitsOverPopularity(BasketRules.CATEGORY),
              "1 or more",
              value -> value >= 1));

  /**
   * One row for each store: its id, then its counts by level and name.
   *
   * @param accuracy rows of {@link OfferAccuracy}
   */
  public Dataset<Row> sums(SparkSession spark, List<Row> accuracy) {
    Map<String, Map<String, Row>> latest = new TreeMap<>();
    accuracy.stream()
        .filter(row -> !row.<LocalDate>getAs(OfferAccuracy.AS_OF).isAfter(asOf))
        .sorted(Comparator.comparing(row -> row.<LocalDate>getAs(OfferAccuracy.AS_OF)))
        .forEach(
            row ->
                latest
                    .computeIfAbsent(row.getAs(OfferAccuracy.STORE_ID), store -> new HashMap<>())
                    .put(row.getAs(OfferAccuracy.LEVEL), row));
    StructType schema = new StructType().add(OfferAccuracy.STORE_ID, StringType);
    for (String level : LEVELS) {
      for (String count : COUNTS) {
        schema = schema.add(named(level, count), DoubleType);
      }
    }

    List<Row> rows = new ArrayList<>();
    latest.forEach((store, tries) -> rows.add(counts(store, tries)));
    return spark.createDataFrame(rows, schema);
  }

  private Row counts(String store, Map<String, Row> tries) {
    List<Object> values = new ArrayList<>(List.of(store));
    for (String level : LEVELS) {
      Row row = tries.get(level);
      boolean says = row != null && row.<Long>getAs(OfferAccuracy.TESTED) >= leastBaskets;
      for (String count : COUNTS) {
        values.add(says ? Double.valueOf(row.<Long>getAs(count)) : null);
      }
    }
    return RowFactory.create(values.toArray());
  }

  private static Measure rate(String name, String level, String hits) {
    return new Measure(
        name,
        over(named(level, hits), named(level, OfferAccuracy.TESTED)),
        "0 to 1",
        value -> value >= 0 && value <= 1);
  }

  private static Function<Map<String, Double>, Double> hitsOverPopularity(String level) {
    return over(
        named(level, OfferAccuracy.OFFER_HITS), named(level, OfferAccuracy.POPULARITY_HITS));
  }

  private static Function<Map<String, Double>, Double> over(String part, String whole) {
    return sums ->
        sums.getOrDefault(whole, 0.0) == 0
            ? null
            : Double.valueOf(sums.get(part) / sums.get(whole));
  }

  private static String named(String level, String count) {
    return level + "_" + count;
  }
}
