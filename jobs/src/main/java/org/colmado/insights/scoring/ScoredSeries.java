package org.colmado.insights.scoring;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.colmado.insights.table.DemandForecast;

/**
 * The series of issued forecasts in the scorecard: staffing depends on hourly tickets, orders on
 * revenue.
 */
record ScoredSeries(String granularity, String measure) {
  static final ScoredSeries DAY_TICKETS =
      new ScoredSeries(DemandForecast.DAY, DemandForecast.TICKETS);
  static final ScoredSeries DAY_REVENUE =
      new ScoredSeries(DemandForecast.DAY, DemandForecast.REVENUE);
  static final ScoredSeries HOUR_TICKETS =
      new ScoredSeries(DemandForecast.HOUR, DemandForecast.TICKETS);

  static final List<ScoredSeries> ALL = List.of(DAY_TICKETS, DAY_REVENUE, HOUR_TICKETS);

  /** Rounding that makes sums independent of the row order. */
  private static final double ROUNDED_TO = 1e6;

  /** Prefix of the measures' names. */
  String name() {
    return granularity + "_" + measure;
  }

  /** Name of one of its sums. */
  String sum(String what) {
    return name() + "_" + what;
  }

  boolean isHourly() {
    return granularity.equals(DemandForecast.HOUR);
  }

  /**
   * Ratio of two sums, to six digits.
   *
   * @param days sum that counts the days behind it
   * @param leastDays with fewer days the result is null
   */
  Function<Map<String, Double>, Double> ratio(
      String part, String whole, String days, int leastDays) {
    return sums -> {
      double of = sums.getOrDefault(sum(whole), 0.0);
      boolean saysNothing = sums.getOrDefault(sum(days), 0.0) < leastDays || of <= 0;

      return saysNothing
          ? null
          : Double.valueOf(Math.round(sums.get(sum(part)) / of * ROUNDED_TO) / ROUNDED_TO);
    };
  }
}
