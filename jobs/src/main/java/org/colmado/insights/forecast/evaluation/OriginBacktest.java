package org.colmado.insights.forecast.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.forecast.model.MeasureForecast;
import org.colmado.insights.forecast.model.ModelName;
import org.colmado.insights.forecast.model.OriginForecast;
import org.colmado.insights.table.DemandForecast;

/** The forecasts of a store from one origin, paired with the actual values. */
record OriginBacktest(OriginForecast forecast) {
  /** All forecasts of the origin, with the actual value where it is known. */
  List<BacktestForecast> all() {
    List<BacktestForecast> trials = new ArrayList<>();
    add(trials, forecast.tickets(), DemandForecast.TICKETS);
    add(trials, forecast.revenue(), DemandForecast.REVENUE);
    if (forecast.revenue().past().counted(forecast.revenue().past().origin()).size()
        >= MeasureForecast.MIN_DAYS) {
      forecast
          .categories(forecast.revenue().days().get(ModelName.COMBINED))
          .forEach((code, days) -> addCategory(trials, code, days));
    }
    return trials;
  }

  private void add(List<BacktestForecast> trials, MeasureForecast ofMeasure, String measure) {
    boolean isTickets = measure.equals(DemandForecast.TICKETS);
    MeasureHistory past = ofMeasure.past();
    ForecastSeries ofHours = new ForecastSeries(Granularity.HOUR, measure);
    ForecastSeries ofDays = new ForecastSeries(Granularity.DAY, measure);
    double naiveHour = NaiveError.ofHours(past, ofMeasure.slots());
    double naiveDay = NaiveError.ofDays(past);
    double[] actuals = actuals(past.origin(), ofMeasure.horizon(), isTickets);
    ofMeasure
        .hours()
        .forEach(
            (model, hours) -> {
              for (int h = 0; h < ofMeasure.horizon(); h++) {
                int day = past.origin() + h;
                for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
                  if (ofMeasure.slots().isCandidate(day, hour)) {
                    boolean isScored =
                        ofMeasure.slots().isRegular(day, hour) && !Double.isNaN(actuals[h]);
                    double actual =
                        isScored ? forecast.history().value(isTickets, day, hour) : Double.NaN;
                    trials.add(trial(ofHours, day, hour, model, hours[h][hour], actual, naiveHour));
                  }
                }
              }
            });
    ofMeasure
        .days()
        .forEach(
            (model, days) -> {
              addDays(trials, ofDays, model, days, actuals, naiveDay);
              addWeeks(trials, measure, model, days, actuals);
            });
  }

  private void addCategory(List<BacktestForecast> trials, String code, double[] days) {
    int origin = forecast.revenue().past().origin();
    String measure = DemandForecast.OF_CATEGORY + code;
    double[] actuals = new double[days.length];
    Arrays.setAll(
        actuals,
        h ->
            forecast.history().shop().isKnown(origin + h)
                ? forecast.history().total(code, origin + h)
                : Double.NaN);
    double naive = NaiveError.ofDays(forecast.history().category(code, origin));
    ForecastSeries series = new ForecastSeries(Granularity.DAY, measure);
    addDays(trials, series, ModelName.COMBINED, days, actuals, naive);
    addWeeks(trials, measure, ModelName.COMBINED, days, actuals);
  }

  private void addDays(
      List<BacktestForecast> trials,
      ForecastSeries series,
      ModelName model,
      double[] days,
      double[] actuals,
      double naive) {
    for (int h = 0; h < days.length; h++) {
      int day = forecast.revenue().past().origin() + h;
      if (forecast.tickets().slots().isOpen(day)) {
        trials.add(trial(series, day, -1, model, days[h], actuals[h], naive));
      }
    }
  }

  /**
   * A week is scored if all of its days are known, apart from days on which the store is always
   * closed.
   */
  private void addWeeks(
      List<BacktestForecast> trials,
      String measure,
      ModelName model,
      double[] days,
      double[] actuals) {
    ForecastSeries series = new ForecastSeries(Granularity.WEEK, measure);
    for (int h = 0; h + ShopDays.WEEK <= days.length; h += ShopDays.WEEK) {
      double yhat = 0;
      double actual = 0;
      for (int i = h; i < h + ShopDays.WEEK; i++) {
        boolean isOpen = forecast.tickets().slots().isOpen(forecast.revenue().past().origin() + i);
        yhat += isOpen ? days[i] : 0;
        actual += isOpen ? actuals[i] : 0;
      }
      int day = forecast.revenue().past().origin() + h;
      trials.add(trial(series, day, -1, model, yhat, actual, Double.NaN));
    }
  }

  private BacktestForecast trial(
      ForecastSeries series,
      int day,
      int hour,
      ModelName model,
      double yhat,
      double actual,
      double naive) {
    return new BacktestForecast(
        forecast.revenue().past().origin(),
        series,
        day,
        hour,
        series.granularity() != Granularity.WEEK && forecast.history().shop().isNearHoliday(day),
        model,
        yhat,
        actual,
        naive,
        Optional.empty());
  }

  private double[] actuals(int origin, int horizon, boolean isTickets) {
    double[] actuals = new double[horizon];
    Arrays.setAll(
        actuals,
        h ->
            forecast.history().shop().isKnown(origin + h)
                ? forecast.history().total(isTickets, origin + h)
                : Double.NaN);
    return actuals;
  }
}
