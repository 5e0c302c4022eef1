package org.colmado.insights.forecast;

import java.util.List;

/**
 * Variance of a value as a multiple of its mean, from pairs a week apart: half the mean square of
 * their difference over their mean. 1 for pure counts; what moves from one week to the next makes
 * it larger.
 */
final class Dispersion {
  private Dispersion() {}

  /** Of the totals of days. */
  static double ofDays(Past past, List<Integer> days) {
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
  static double ofHours(Past past, List<Integer> days) {
    double square = 0;
    double sum = 0;
    for (int day : days) {
      int before = day - ShopDays.WEEK;
      if (before >= 0 && past.shop().counts(before)) {
        for (int hour = 0; hour < Past.HOURS; hour++) {
          double difference = past.value(day, hour) - past.value(before, hour);
          square += difference * difference;
          sum += past.value(day, hour) + past.value(before, hour);
        }
      }
    }
    return sum > 0 && square > 0 ? square / sum : 1;
  }
}
