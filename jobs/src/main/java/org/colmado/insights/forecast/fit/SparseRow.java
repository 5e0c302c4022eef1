package org.colmado.insights.forecast.fit;

/** An observation of {@link ShrunkenPoisson}: the few features it has, by their places. */
final class SparseRow {
  private static final double MOST_LOG = 30;

  final int[] places;
  final double[] values;
  final double y;
  final double weight;

  SparseRow(int[] places, double[] values, double y, double weight) {
    this.places = places;
    this.values = values;
    this.y = y;
    this.weight = weight;
  }

  /** Logarithm of what is expected by coefficients, held within bounds. */
  double log(double[] coefficients) {
    double log = 0;
    for (int a = 0; a < places.length; a++) {
      log += coefficients[places[a]] * values[a];
    }
    return Math.max(-MOST_LOG, Math.min(MOST_LOG, log));
  }
}
