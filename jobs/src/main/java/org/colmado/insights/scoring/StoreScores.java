package org.colmado.insights.scoring;

import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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

  private static Map<String, Map<String, Double>> byStore(List<Dataset<Row>> sums) {
    Map<String, Map<String, Double>> byStore = new TreeMap<>();
    for (Dataset<Row> ofTable : sums) {
      List<String> names = Arrays.asList(ofTable.columns()).subList(1, ofTable.columns().length);
      for (Row row : ofTable.collectAsList()) {
        Map<String, Double> ofStore =
            byStore.computeIfAbsent(row.getString(0), store -> new HashMap<>());
        for (String name : names) {
          Number sum = row.getAs(name);
          if (sum != null) {
            ofStore.put(name, sum.doubleValue());
          }
        }
      }
    }
    return byStore;
  }
}
