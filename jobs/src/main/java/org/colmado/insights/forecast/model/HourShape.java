package org.colmado.insights.forecast.model;

import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.forecast.fit.Feature;
import org.colmado.insights.forecast.fit.ShrunkenPoisson;
import org.colmado.insights.forecast.fit.Trend;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.SellingHours;
import org.colmado.insights.forecast.history.ShopDays;

/**
 * The profile of the hours of a day: a Poisson regression with shrinkage over the last 26 weeks,
 * recent weeks weighted more, on hour, weekday, hour by weekday, and special days. Shrinkage pools
 * similar days: a weekday differs from the common profile only as far as the data support it.
 */
final class HourShape {
  private static final int WINDOW_DAYS = 182;
  private static final double HALF_LIFE_DAYS = 60;
  private static final int SATURDAY = 5;
  private static final int SUNDAY = 6;

  /** Below this age in days the level is held constant. */
  private static final int FLAT_FROM_AGE = 3;

  private final ShopDays shop;
  private final SellingHours slots;
  private final ShrunkenPoisson regression;

  private HourShape(ShopDays shop, SellingHours slots, ShrunkenPoisson regression) {
    this.shop = shop;
    this.slots = slots;
    this.regression = regression;
  }

  static HourShape of(MeasureHistory past, SellingHours slots) {
    List<Integer> days = past.counted(WINDOW_DAYS);
    ShrunkenPoisson regression = new ShrunkenPoisson();
    int[] opened = opened(past, days);
    for (int day : days) {
      int age = past.origin() - day;
      double weight = Math.pow(0.5, age / HALF_LIFE_DAYS);
      for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
        if (slots.isCandidate(day, hour) && day >= opened[hour]) {
          regression.add(features(past.shop(), day, hour, age), past.value(day, hour), weight);
        }
      }
    }
    regression.fit(Dispersion.ofHours(past, days).ratio());
    return new HourShape(past.shop(), slots, regression);
  }

  /**
   * The first day of the window with a sale in each hour: before it, the store was not open then.
   */
  private static int[] opened(MeasureHistory past, List<Integer> days) {
    int[] opened = new int[MeasureHistory.HOURS];
    for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
      opened[hour] = past.origin();
      for (int i = days.size() - 1; i >= 0; i--) {
        opened[hour] = past.value(days.get(i), hour) > 0 ? days.get(i) : opened[hour];
      }
    }
    return opened;
  }

  private static List<Feature> features(ShopDays shop, int day, int hour, int age) {
    int weekday = shop.weekday(day);
    List<Feature> features = new ArrayList<>(Trend.at(age));
    features.add(Feature.of("weekday " + weekday, 0.5));
    features.add(Feature.of("hour " + hour, 1));
    features.add(Feature.of("weekday " + weekday + " hour " + hour, 0.2));
    if (weekday >= SATURDAY) {
      features.add(Feature.of("weekend hour " + hour, 0.4));
    }
    if (weekday == SUNDAY) {
      features.add(Feature.of("sunday hour " + hour, 0.4));
    }
    if (shop.isSpecial(day)) {
      features.add(Feature.of("special", 0.3));
      features.add(Feature.of("special hour " + hour, 0.2));
    }
    return features;
  }

  /** Expected values of the hours of a future day; 0 in hours in which the store does not sell. */
  double[] hours(int day) {
    double[] hours = new double[MeasureHistory.HOURS];
    for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
      if (slots.isCandidate(day, hour)) {
        hours[hour] = regression.expected(features(shop, day, hour, FLAT_FROM_AGE));
      }
    }
    return hours;
  }
}
