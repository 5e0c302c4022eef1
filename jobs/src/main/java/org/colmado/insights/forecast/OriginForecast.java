package org.colmado.insights.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colmado.insights.forecast.Trial.Series;
import org.colmado.insights.table.DemandForecast;

/**
 * All forecasts of a store from one day on: hours, days and weeks of tickets and revenue by every
 * model, days and weeks of each category's revenue by the combined one.
 */
record OriginForecast(StoreHistory history, MeasureForecast tickets, MeasureForecast revenue) {
  private static final DayModel OF_CATEGORY = new Hierarchy();

  static OriginForecast of(StoreHistory history, OtherStores others, int origin, int horizon) {
    Past tickets = history.tickets(origin);
    Past revenue = history.revenue(origin);
    Slots slots = Slots.of(tickets);

    return new OriginForecast(
        history,
        MeasureForecast.of(
            tickets, slots, horizon, taught(history, others, tickets, DemandForecast.TICKETS)),
        MeasureForecast.of(
            revenue, slots, horizon, taught(history, others, revenue, DemandForecast.REVENUE)));
  }

  private static MeasureForecast.Taught taught(
      StoreHistory history, OtherStores others, Past past, String measure) {
    return new MeasureForecast.Taught(
        others.days(past.origin(), measure),
        others.week(past.origin(), measure).map(week -> new NewStore(past, week, history::clock)));
  }

  /**
   * Days of each category's revenue: each by its own level and weekdays, then all in proportion so
   * that they add to the days given.
   */
  Map<String, double[]> categories(double[] totals) {
    Past past = revenue.past();
    Map<String, double[]> categories = new LinkedHashMap<>();
    double[] sums = new double[totals.length];
    for (String code : history.categories()) {
      Past calm = history.category(code, past.origin()).without(revenue.factors());
      double[] days = OF_CATEGORY.days(calm, totals.length);
      categories.put(code, days);
      Arrays.setAll(sums, h -> sums[h] + days[h]);
    }
    for (double[] days : categories.values()) {
      Arrays.setAll(days, h -> sums[h] > 0 ? days[h] * totals[h] / sums[h] : 0);
    }
    return categories;
  }

  /** Intervals of counts, for a series that has no errors to go by. */
  CountBand counted(Series series) {
    boolean isTickets = series.measure().equals(DemandForecast.TICKETS);
    Past past = (isTickets ? tickets : revenue).past();
    List<Integer> days = past.counted(past.origin());
    double dispersion =
        series.granularity() == Granularity.HOUR
            ? Dispersion.ofHours(past, days)
            : Dispersion.ofDays(past, days);

    return new CountBand(dispersion);
  }

  /** Every forecast as a trial, with what came where it is known. */
  List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    add(trials, tickets, DemandForecast.TICKETS);
    add(trials, revenue, DemandForecast.REVENUE);
    if (revenue.past().counted(revenue.past().origin()).size() >= MeasureForecast.LEAST_DAYS) {
      categories(revenue.days().get(MeasureForecast.COMBINED))
          .forEach((code, days) -> addCategory(trials, code, days));
    }
    return trials;
  }

  private void add(List<Trial> trials, MeasureForecast forecast, String measure) {
    boolean isTickets = measure.equals(DemandForecast.TICKETS);
    Past past = forecast.past();
    Series ofHours = new Series(Granularity.HOUR, measure);
    Series ofDays = new Series(Granularity.DAY, measure);
    double naiveHour = NaiveError.ofHours(past, forecast.slots());
    double naiveDay = NaiveError.ofDays(past);
    double[] actuals = actuals(past.origin(), forecast.horizon(), isTickets);
    forecast
        .hours()
        .forEach(
            (model, hours) -> {
              for (int h = 0; h < forecast.horizon(); h++) {
                int day = past.origin() + h;
                for (int hour = 0; hour < Past.HOURS; hour++) {
                  if (forecast.slots().isCandidate(day, hour)) {
                    boolean isScored =
                        forecast.slots().isRegular(day, hour) && !Double.isNaN(actuals[h]);
                    double actual = isScored ? history.value(isTickets, day, hour) : Double.NaN;
                    trials.add(trial(ofHours, day, hour, model, hours[h][hour], actual, naiveHour));
                  }
                }
              }
            });
    forecast
        .days()
        .forEach(
            (model, days) -> {
              addDays(trials, ofDays, model, days, actuals, naiveDay);
              addWeeks(trials, measure, model, days, actuals);
            });
  }

  private void addCategory(List<Trial> trials, String code, double[] days) {
    int origin = revenue.past().origin();
    String measure = DemandForecast.OF_CATEGORY + code;
    double[] actuals = new double[days.length];
    Arrays.setAll(
        actuals,
        h -> history.shop().isKnown(origin + h) ? history.total(code, origin + h) : Double.NaN);
    double naive = NaiveError.ofDays(history.category(code, origin));
    Series series = new Series(Granularity.DAY, measure);
    addDays(trials, series, MeasureForecast.COMBINED, days, actuals, naive);
    addWeeks(trials, measure, MeasureForecast.COMBINED, days, actuals);
  }

  private void addDays(
      List<Trial> trials,
      Series series,
      String model,
      double[] days,
      double[] actuals,
      double naive) {
    for (int h = 0; h < days.length; h++) {
      int day = revenue.past().origin() + h;
      if (tickets.slots().isOpen(day)) {
        trials.add(trial(series, day, -1, model, days[h], actuals[h], naive));
      }
    }
  }

  /** A week is scored if all its days are known, but for those the store never opens on. */
  private void addWeeks(
      List<Trial> trials, String measure, String model, double[] days, double[] actuals) {
    Series series = new Series(Granularity.WEEK, measure);
    for (int h = 0; h + ShopDays.WEEK <= days.length; h += ShopDays.WEEK) {
      double forecast = 0;
      double actual = 0;
      for (int i = h; i < h + ShopDays.WEEK; i++) {
        boolean isOpen = tickets.slots().isOpen(revenue.past().origin() + i);
        forecast += isOpen ? days[i] : 0;
        actual += isOpen ? actuals[i] : 0;
      }
      int day = revenue.past().origin() + h;
      trials.add(trial(series, day, -1, model, forecast, actual, Double.NaN));
    }
  }

  private Trial trial(
      Series series, int day, int hour, String model, double yhat, double actual, double naive) {
    return new Trial(
        revenue.past().origin(), series, day, hour, model, yhat, actual, naive, Optional.empty());
  }

  private double[] actuals(int origin, int horizon, boolean isTickets) {
    double[] actuals = new double[horizon];
    Arrays.setAll(
        actuals,
        h ->
            history.shop().isKnown(origin + h) ? history.total(isTickets, origin + h) : Double.NaN);
    return actuals;
  }
}
