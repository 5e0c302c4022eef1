package org.colmado.insights.forecast.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colmado.insights.forecast.evaluation.BacktestResult;
import org.colmado.insights.forecast.evaluation.ConformalIntervals;
import org.colmado.insights.forecast.evaluation.FirstIntervals;
import org.colmado.insights.forecast.evaluation.ForecastSeries;
import org.colmado.insights.forecast.evaluation.Granularity;
import org.colmado.insights.forecast.evaluation.PredictionInterval;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.forecast.model.MeasureForecast;
import org.colmado.insights.forecast.model.ModelName;
import org.colmado.insights.forecast.model.OriginForecast;
import org.colmado.insights.table.DemandForecast;

/**
 * The coherent forecast of the champions: daily totals from the daily champion, split over hours by
 * the profile of the hourly champion (top-down: Hyndman and Athanasopoulos, chapter 11). Weeks are
 * sums of days, categories are shares of days. Money is in whole cents and adds up.
 *
 * @param result champions and their conformal intervals
 */
record ChampionForecast(OriginForecast forecast, BacktestResult result) {

  /** A forecast value with its prediction interval. */
  record Item(
      ForecastSeries series,
      int day,
      int hour,
      double yhat,
      PredictionInterval band,
      ModelName model) {}

  List<Item> items() {
    List<Item> items = new ArrayList<>(ofMeasure(forecast.tickets(), DemandForecast.TICKETS));
    items.addAll(ofMeasure(forecast.revenue(), DemandForecast.REVENUE));
    items.addAll(ofCategories());
    return items;
  }

  private List<Item> ofMeasure(MeasureForecast measure, String name) {
    ForecastSeries ofHours = new ForecastSeries(Granularity.HOUR, name);
    double[] days = days(measure, name);
    ModelName model = result.champion(ofHours);
    double[][] shapes =
        measure.hours().getOrDefault(model, measure.hours().get(ModelName.COMBINED));
    double[][] hours = MeasureForecast.scaled(shapes, days);

    List<Item> items = new ArrayList<>();
    for (int h = 0; h < days.length; h++) {
      int day = measure.past().origin() + h;
      double[] ofDay = isMoney(name) ? CentRounding.split(days[h], hours[h]) : hours[h];
      for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
        if (measure.slots().isCandidate(day, hour)) {
          items.add(item(ofHours, day, hour, ofDay[hour]));
        }
      }
    }
    items.addAll(daysAndWeeks(name, days));
    return items;
  }

  private double[] days(MeasureForecast measure, String name) {
    ModelName champion = result.champion(new ForecastSeries(Granularity.DAY, name));
    double[] days = measure.days().getOrDefault(champion, measure.days().get(ModelName.COMBINED));

    return isMoney(name) ? Arrays.stream(days).map(CentRounding::round).toArray() : days.clone();
  }

  private List<Item> ofCategories() {
    double[] totals = days(forecast.revenue(), DemandForecast.REVENUE);
    Map<String, double[]> parts = forecast.categories(totals);
    List<String> codes = List.copyOf(parts.keySet());
    Map<String, double[]> whole = new LinkedHashMap<>();
    codes.forEach(code -> whole.put(code, new double[totals.length]));
    for (int h = 0; h < totals.length && !codes.isEmpty(); h++) {
      int at = h;
      double[] ofDay = codes.stream().mapToDouble(code -> parts.get(code)[at]).toArray();
      double[] cents = CentRounding.split(totals[h], ofDay);
      for (int i = 0; i < cents.length; i++) {
        whole.get(codes.get(i))[h] = cents[i];
      }
    }

    List<Item> items = new ArrayList<>();
    whole.forEach(
        (code, days) -> items.addAll(daysAndWeeks(DemandForecast.OF_CATEGORY + code, days)));
    return items;
  }

  private List<Item> daysAndWeeks(String name, double[] days) {
    int origin = forecast.revenue().past().origin();
    List<Item> items = new ArrayList<>();
    for (int h = 0; h < days.length; h++) {
      if (forecast.tickets().slots().isOpen(origin + h)) {
        items.add(item(new ForecastSeries(Granularity.DAY, name), origin + h, -1, days[h]));
      }
    }
    for (int h = 0; h + ShopDays.WEEK <= days.length; h += ShopDays.WEEK) {
      double sum = Arrays.stream(days, h, h + ShopDays.WEEK).sum();
      double week = isMoney(name) ? CentRounding.round(sum) : sum;
      items.add(item(new ForecastSeries(Granularity.WEEK, name), origin + h, -1, week));
    }
    return items;
  }

  private Item item(ForecastSeries series, int day, int hour, double yhat) {
    int weekAhead = 1 + (day - forecast.revenue().past().origin()) / ShopDays.WEEK;
    Optional<ConformalIntervals> bands = result.bands(series, weekAhead);
    boolean isNearHoliday =
        series.granularity() != Granularity.WEEK && forecast.history().shop().isNearHoliday(day);
    PredictionInterval band =
        bands.isPresent()
            ? bands.get().band(yhat, isNearHoliday)
            : FirstIntervals.around(yhat, isNearHoliday, forecast, series);

    return new Item(series, day, hour, yhat, band, result.champion(series));
  }

  private static boolean isMoney(String measure) {
    return !measure.equals(DemandForecast.TICKETS);
  }
}
