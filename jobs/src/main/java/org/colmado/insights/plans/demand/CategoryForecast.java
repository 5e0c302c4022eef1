package org.colmado.insights.plans.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The demand pattern of a category in one store: its weekday factors and its forecast.
 *
 * @param week factor by weekday, 0 is Monday; mean 1 over open weekdays, 0 if closed
 * @param forecast revenue of a day relative to the recent mean; for a day without a forecast the
 *     weekday factor is used
 */
public record CategoryForecast(List<Double> week, Map<LocalDate, Double> forecast) {
  private static final int RECENT_DAYS = 28;

  public CategoryForecast {
    week = List.copyOf(week);
    forecast = new TreeMap<>(forecast);
  }

  /**
   * Computes the pattern from daily revenue.
   *
   * @param revenue of the category, NaN where closed
   * @param expected forecast revenue by day; empty: there is no forecast
   */
  public static CategoryForecast of(DailySeries revenue, Map<LocalDate, Double> expected) {
    double[][] byWeekday = revenue.byWeekday();
    double mean = revenue.mean();
    List<Double> week = new ArrayList<>();
    for (int weekday = 0; weekday < DailySeries.WEEK; weekday++) {
      double days = byWeekday[1][weekday];
      week.add(days == 0 || mean <= 0 ? 0 : byWeekday[0][weekday] / days / mean);
    }

    double recent = revenue.last(RECENT_DAYS).mean();
    Map<LocalDate, Double> forecast = new TreeMap<>();
    if (recent > 0) {
      expected.forEach((day, value) -> forecast.put(day, Math.max(0, value) / recent));
    }
    return new CategoryForecast(week, forecast);
  }

  /** Factor of the weekday. */
  double ofWeekday(LocalDate day) {
    return week.get(DailySeries.weekday(day));
  }

  /** Forecast of a day relative to its weekday factor; 1 without a forecast. */
  public double lift(LocalDate day) {
    Double factor = forecast.get(day);
    double usual = ofWeekday(day);

    return factor == null || usual <= 0 ? 1 : factor / usual;
  }
}
