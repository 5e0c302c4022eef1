package org.colmado.insights.forecast.evaluation;

/**
 * A prediction interval with 80 % and 95 % bounds.
 *
 * @param low80 10 % quantile
 * @param low95 2.5 % quantile
 */
public record PredictionInterval(double low80, double high80, double low95, double high95) {
  static final double[] LEVELS = {0.025, 0.1, 0.5, 0.9, 0.975};

  /** An interval whose bounds are made valid: not negative, and in order around the forecast. */
  static PredictionInterval around(
      double yhat, double low95, double low80, double high80, double high95) {
    double inner = Math.max(0, Math.min(low80, yhat));
    double outer = Math.max(yhat, high80);

    return new PredictionInterval(
        inner, outer, Math.max(0, Math.min(low95, inner)), Math.max(outer, high95));
  }

  boolean covers80(double actual) {
    return low80 <= actual && actual <= high80;
  }

  boolean covers95(double actual) {
    return low95 <= actual && actual <= high95;
  }

  /** Mean over five quantiles of twice the pinball loss. */
  double loss(double yhat, double actual) {
    double[] quantiles = {low95, low80, yhat, high80, high95};
    double loss = 0;
    for (int i = 0; i < LEVELS.length; i++) {
      double miss = actual - quantiles[i];
      loss += 2 * Math.max(LEVELS[i] * miss, (LEVELS[i] - 1) * miss) / LEVELS.length;
    }
    return loss;
  }
}
