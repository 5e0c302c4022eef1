package org.colmado.insights.forecast.model;

import java.util.List;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;

/**
 * Dispersion: variance divided by mean, estimated from pairs of values one week apart as half the
 * mean of (squared difference / mean). It is 1 for Poisson counts, and larger if the level moves
 * from week to week.
 */
public final class Dispersion {
  private Dispersion() {}

  /** Dispersion of daily totals. */
  public static double ofDays(MeasureHistory past, List<Integer> days) {
    double square = 0;
    double sum = 0;
    for (int day : days) {
      int before = day - ShopDays.WEEK;
      if (before >= 0 && past.shop().counts(before)) {
        double difference = past.total(day) - past.total(before);
        square += difference * difference;
        sum += past.total(day) + past.total(before);
      }
    }
    return sum > 0 && square > 0 ? square / sum : 1;
  }

  /** Dispersion of hourly values. */
  public static double ofHours(MeasureHistory past, List<Integer> days) {
    double square = 0;
    double sum = 0;
    for (int day : days) {
      int before = day - ShopDays.WEEK;
      if (before >= 0 && past.shop().counts(before)) {
        for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
          double difference = past.value(day, hour) - past.value(before, hour);
          square += difference * difference;
          sum += past.value(day, hour) + past.value(before, hour);
        }
      }
    }
    return sum > 0 && square > 0 ? square / sum : 1;
  }
}
