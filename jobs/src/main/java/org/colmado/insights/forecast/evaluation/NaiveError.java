package org.colmado.insights.forecast.evaluation;

import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.SellingHours;
import org.colmado.insights.forecast.history.ShopDays;

/**
 * Mean absolute error of the seasonal naive forecast (the value one week before) over the days
 * before an origin.
 */
final class NaiveError {
  private NaiveError() {}

  /** For daily totals; NaN if there are no two days a week apart. */
  static double ofDays(MeasureHistory past) {
    double sum = 0;
    int pairs = 0;
    for (int day = ShopDays.WEEK; day < past.origin(); day++) {
      if (past.shop().counts(day) && past.shop().counts(day - ShopDays.WEEK)) {
        sum += Math.abs(past.total(day) - past.total(day - ShopDays.WEEK));
        pairs++;
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }

  /**
   * For the hours in which the store is usually open; NaN if there are no two days a week apart.
   */
  static double ofHours(MeasureHistory past, SellingHours slots) {
    double sum = 0;
    int pairs = 0;
    for (int day = ShopDays.WEEK; day < past.origin(); day++) {
      if (past.shop().counts(day) && past.shop().counts(day - ShopDays.WEEK)) {
        for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
          if (slots.isRegular(day, hour)) {
            sum += Math.abs(past.value(day, hour) - past.value(day - ShopDays.WEEK, hour));
            pairs++;
          }
        }
      }
    }
    return pairs == 0 ? Double.NaN : sum / pairs;
  }
}
