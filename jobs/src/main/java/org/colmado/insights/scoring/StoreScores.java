package org.colmado.insights.scoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Computes the measures of every store from sums of tables. */
public final class StoreScores {
  private StoreScores() {}

  /**
   * Every measure of every store.
   *
   * @param measures to compute
   * @param sums one row for each store: its id, then sums by name
   */
  public static List<Score> of(List<Measure> measures, List<Dataset<Row>> sums) {
    List<Score> scores = new ArrayList<>();
    byStore(sums)
        .forEach(
            (store, ofStore) ->
                measures.forEach(
                    measure ->
                        scores.add(new Score(store, measure, measure.value().apply(ofStore)))));
    return scores;
  }

  /** All in one query: one for each table would be as many to wait for. */
  private static Map<String, Map<String, Double>> byStore(List<Dataset<Row>> sums) {
    Map<String, Map<String, Double>> byStore = new TreeMap<>();
    sums.stream()
        .map(StoreScores::named)
        .reduce(Dataset::union)
        .map(Dataset::collectAsList)
        .orElse(List.of())
        .forEach(
            row ->
                row.<String, Double>getJavaMap(1)
                    .forEach((name, sum) -> put(byStore, row.getString(0), name, sum)));
    return byStore;
  }

  private static void put(
      Map<String, Map<String, Double>> byStore, String store, String name, Double sum) {
    Map<String, Double> ofStore = byStore.computeIfAbsent(store, it -> new HashMap<>());
    if (sum != null) {
      ofStore.put(name, sum);
    }
  }

  /** A store's sums as a map by name. */
  private static Dataset<Row> named(Dataset<Row> sums) {
    String store = sums.columns()[0];
    Column[] pairs =
        Arrays.stream(sums.columns())
            .skip(1)
            .flatMap(name -> Stream.of(lit(name), col(name).cast(DataTypes.DoubleType)))
            .toArray(Column[]::new);

    return sums.select(col(store), map(pairs));
  }
}
