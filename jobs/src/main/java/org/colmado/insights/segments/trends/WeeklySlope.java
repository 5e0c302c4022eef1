package org.colmado.insights.segments.trends;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The straight line through the ratios of whole weeks, by least squares, with the interval of
 * Student's t with two degrees of freedom less than weeks (Draper and Smith, Applied Regression
 * Analysis 1998, 1.4). Every week has each weekday once, so weekdays do not bend it.
 */
final class WeeklySlope {
  private static final int WEEK = 7;

  private WeeklySlope() {}

  /**
   * The slope in the ratio's unit a week; empty if a week has no day with a denominator.
   *
   * @param weeks how many weeks up to the last day count
   */
  static Optional<Interval> of(TrendSeries series, LocalDate lastOn, int weeks) {
    SimpleRegression line = new SimpleRegression();
    for (int week = 1 - weeks; week <= 0; week++) {
      LocalDate to = lastOn.plusDays((long) WEEK * week);
      List<DailyTotal> days = series.between(to.minusDays(WEEK - 1L), to);
      if (days.isEmpty()) {
        return Optional.empty();
      }
      line.addData(week, RatioEstimate.of(days).value());
    }
    return Optional.of(
        Interval.of(line.getSlope(), line.getSlopeConfidenceInterval(1 - Interval.LEVEL)));
  }
}
