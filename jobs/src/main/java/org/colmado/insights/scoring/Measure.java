package org.colmado.insights.scoring;

import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Function;

/**
 * A measure of the scorecard, computed for every store.
 *
 * @param value computed from the store's sums by name; null: nothing to measure
 * @param target the condition of {@code holds} in words
 */
public record Measure(
    String name,
    Function<Map<String, Double>, Double> value,
    String target,
    DoublePredicate holds) {

  /** Part divided by whole; null if the whole is 0. */
  static Function<Map<String, Double>, Double> share(String part, String whole) {
    return sums ->
        sums.getOrDefault(whole, 0.0) == 0
            ? null
            : Double.valueOf(sums.get(part) / sums.get(whole));
  }

  /** Difference between two sums of money or counts, to the cent. */
  static Function<Map<String, Double>, Double> gap(String of, String with) {
    return sums ->
        sums.containsKey(of)
            ? Double.valueOf(
                Math.round(Math.abs(sums.get(of) - sums.getOrDefault(with, 0.0)) * 100) / 100.0)
            : null;
  }
}
