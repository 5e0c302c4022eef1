package org.colmado.insights.simulate;

import java.util.List;
import java.util.Map;

/** Things to draw from, by weight. */
final class Weights<T> {
  private final List<T> things;
  private final double[] runningTotals;

  private Weights(List<T> things, double[] runningTotals) {
    this.things = things;
    this.runningTotals = runningTotals;
  }

  /** The order of the things is the order of the map. */
  static <T> Weights<T> of(Map<T, Double> weights) {
    return of(
        List.copyOf(weights.keySet()),
        weights.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  static <T> Weights<T> of(List<T> things, double[] weights) {
    double[] totals = new double[weights.length];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      total += weights[i];
      totals[i] = total;
    }

    return new Weights<>(things, totals);
  }

  T draw(SeededRandom dice) {
    return things.get(dice.index(runningTotals));
  }
}
