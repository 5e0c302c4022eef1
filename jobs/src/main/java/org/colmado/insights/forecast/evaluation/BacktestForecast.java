package org.colmado.insights.forecast.evaluation;

import java.util.Optional;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.forecast.model.ModelName;

/**
 * A forecast by one model, and what came.
 *
 * @param origin first day forecast; only days before it were used
 * @param day of a week its first
 * @param hour place in the business day; -1: of a day or week
 * @param actual NaN: not known, or not to be scored
 * @param naiveError mean absolute error of last week's value before the origin
 * @param band its interval; empty: none can be made yet
 */
public record BacktestForecast(
    int origin,
    ForecastSeries series,
    int day,
    int hour,
    ModelName model,
    double yhat,
    double actual,
    double naiveError,
    Optional<PredictionInterval> band) {

  public boolean isScored() {
    return !Double.isNaN(actual);
  }

  /** 1: of the first seven days ahead. */
  int weekAhead() {
    return 1 + (day - origin) / ShopDays.WEEK;
  }

  double error() {
    return actual - yhat;
  }

  BacktestForecast with(PredictionInterval of) {
    return new BacktestForecast(
        origin, series, day, hour, model, yhat, actual, naiveError, Optional.of(of));
  }
}
