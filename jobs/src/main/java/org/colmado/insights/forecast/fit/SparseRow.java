package org.colmado.insights.forecast.fit;

/** An observation of {@link ShrunkenPoisson}: only its non-zero features, by index. */
final class SparseRow {
  private static final double MAX_LOG = 30;

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

  /** Logarithm of the expected value, clipped to a safe range. */
  double log(double[] coefficients) {
    double log = 0;
    for (int a = 0; a < places.length; a++) {
      log += coefficients[places[a]] * values[a];
    }
    return Math.max(-MAX_LOG, Math.min(MAX_LOG, log));
  }
}
