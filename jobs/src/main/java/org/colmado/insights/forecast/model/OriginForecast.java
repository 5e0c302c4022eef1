package org.colmado.insights.forecast.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.SellingHours;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.table.DemandForecast;

/**
 * All forecasts of a store from one day on: hours, days and weeks of tickets and revenue by every
 * model, days and weeks of each category's revenue by the combined one.
 */
public record OriginForecast(
    StoreHistory history, MeasureForecast tickets, MeasureForecast revenue) {
  private static final DayModel OF_CATEGORY = new Hierarchy(false);

  public static OriginForecast of(
      StoreHistory history, CrossStoreForecasts others, int origin, int horizon) {
    MeasureHistory tickets = history.tickets(origin);
    MeasureHistory revenue = history.revenue(origin);
    SellingHours slots = SellingHours.of(tickets);

    return new OriginForecast(
        history,
        MeasureForecast.of(
            tickets,
            slots,
            horizon,
            crossStoreInput(history, others, tickets, DemandForecast.TICKETS)),
        MeasureForecast.of(
            revenue,
            slots,
            horizon,
            crossStoreInput(history, others, revenue, DemandForecast.REVENUE)));
  }

  private static MeasureForecast.CrossStoreInput crossStoreInput(
      StoreHistory history, CrossStoreForecasts others, MeasureHistory past, String measure) {
    return new MeasureForecast.CrossStoreInput(
        others.days(past.origin(), measure),
        others.areFromMany(past.origin(), measure),
        others
            .week(past.origin(), measure)
            .map(week -> new NewStoreForecast(past, week, history::clock)));
  }

  /**
   * Daily revenue of each category: each from its own level and weekday index, then scaled so that
   * the categories add up to the given daily totals.
   */
  public Map<String, double[]> categories(double[] totals) {
    MeasureHistory past = revenue.past();
    Map<String, double[]> categories = new LinkedHashMap<>();
    double[] sums = new double[totals.length];
    for (String code : history.categories()) {
      MeasureHistory calm = history.category(code, past.origin()).without(revenue.factors());
      double[] days = OF_CATEGORY.days(calm, totals.length);
      categories.put(code, days);
      Arrays.setAll(sums, h -> sums[h] + days[h]);
    }
    for (double[] days : categories.values()) {
      Arrays.setAll(days, h -> sums[h] > 0 ? days[h] * totals[h] / sums[h] : 0);
    }
    return categories;
  }
}
