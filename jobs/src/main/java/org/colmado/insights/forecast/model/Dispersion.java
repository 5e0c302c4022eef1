package org.colmado.insights.forecast.model;

import java.util.List;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;

/**
 * Variance of a value as a multiple of its mean, from pairs a week apart: half the mean square of
 * their difference over their mean. 1 for pure counts; what moves from one week to the next makes
 * it larger.
 */
public final class Dispersion {
  private Dispersion() {}

  /** Of the totals of days. */
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

  /** Of hours. */
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
