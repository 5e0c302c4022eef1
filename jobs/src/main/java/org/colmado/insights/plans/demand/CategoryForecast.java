package org.colmado.insights.plans.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a category of one store: how its trade goes over the week, and what the forecast
 * says of the days to come.
 *
 * @param week factor by weekday, 0 Monday; mean 1 over the days that are traded on, 0 where closed
 * @param forecast revenue of a day over that of a mean day lately; a day that is not there is taken
 *     to be like its weekday
 */
public record CategoryForecast(List<Double> week, Map<LocalDate, Double> forecast) {
  private static final int RECENT_DAYS = 28;

  public CategoryForecast {
    week = List.copyOf(week);
    forecast = new TreeMap<>(forecast);
  }

  /**
   * From the revenue of the days.
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

  /** What the forecast expects of a day over what its weekday lets one expect; 1: no forecast. */
  public double lift(LocalDate day) {
    Double factor = forecast.get(day);
    double usual = ofWeekday(day);

    return factor == null || usual <= 0 ? 1 : factor / usual;
  }
}
