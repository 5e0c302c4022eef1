package org.colmado.insights.forecast.evaluation;

import java.util.List;

/**
 * Accuracy of a model on a series over its scored back-test forecasts.
 *
 * @param scored number of scored forecasts; if 0, all others are NaN
 * @param wape sum of absolute errors over the sum of actuals
 * @param mase mean of absolute error / naive error before the origin (Hyndman and Koehler, IJF
 *     2006, 22:679); NaN for weeks
 * @param bias sum of (forecast - actual) divided by the sum of actuals; positive: forecasts are too
 *     high
 * @param pinball mean over five quantiles of twice the pinball loss, over the sum of actuals
 */
public record Accuracy(
    long scored,
    int origins,
    int firstOrigin,
    double wape,
    double mase,
    double bias,
    double pinball,
    double coverage80,
    double coverage95,
    double within15,
    double within20) {

  public static Accuracy of(List<BacktestForecast> trials) {
    List<BacktestForecast> scored = trials.stream().filter(BacktestForecast::isScored).toList();
    double actual = sum(scored, BacktestForecast::actual);
    double n = scored.size();

    return new Accuracy(
        scored.size(),
        (int) trials.stream().map(BacktestForecast::origin).distinct().count(),
        trials.stream().mapToInt(BacktestForecast::origin).min().orElseThrow(),
        sum(scored, trial -> Math.abs(trial.error())) / actual,
        sum(scored, trial -> Math.abs(trial.error()) / trial.naiveError()) / n,
        -sum(scored, BacktestForecast::error) / actual,
        sum(scored, trial -> trial.band().orElseThrow().loss(trial.yhat(), trial.actual()))
            / actual,
        share(scored, trial -> trial.band().orElseThrow().covers80(trial.actual())),
        share(scored, trial -> trial.band().orElseThrow().covers95(trial.actual())),
        share(scored, trial -> Math.abs(trial.error()) <= 0.15 * trial.actual()),
        share(scored, trial -> Math.abs(trial.error()) <= 0.2 * trial.actual()));
  }

  private static double sum(
      List<BacktestForecast> trials, java.util.function.ToDoubleFunction<BacktestForecast> value) {
    return trials.stream().mapToDouble(value).sum();
  }

  private static double share(
      List<BacktestForecast> trials, java.util.function.Predicate<BacktestForecast> holds) {
    return trials.stream().filter(holds).count() / (double) trials.size();
  }
}
