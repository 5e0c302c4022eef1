package org.colmado.insights.forecast.evaluation;

import java.util.Optional;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.forecast.model.ModelName;

/**
 * A back-test forecast of one model, with its actual value.
 *
 * @param origin first day forecast; only days before it were used
 * @param day index of the target day; for a week, of its first day
 * @param hour index in the business day; -1 for a day or week
 * @param isNearHoliday the day is a holiday, or the day before or after one; false for a week
 * @param actual actual value; NaN: not known or not scored
 * @param naiveError mean absolute error of the seasonal naive forecast before the origin
 * @param band prediction interval; empty if there are too few earlier errors
 */
public record BacktestForecast(
    int origin,
    ForecastSeries series,
    int day,
    int hour,
    boolean isNearHoliday,
    ModelName model,
    double yhat,
    double actual,
    double naiveError,
    Optional<PredictionInterval> band) {

  public boolean isScored() {
    return !Double.isNaN(actual);
  }

  /** 1 for the first seven days ahead, 2 for the next seven. */
  int weekAhead() {
    return 1 + (day - origin) / ShopDays.WEEK;
  }

  double error() {
    return actual - yhat;
  }

  BacktestForecast with(PredictionInterval of) {
    return new BacktestForecast(
        origin, series, day, hour, isNearHoliday, model, yhat, actual, naiveError, Optional.of(of));
  }
}
