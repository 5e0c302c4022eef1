package org.colmado.insights.forecast.history;

import java.util.ArrayList;
import java.util.List;

/**
 * The data a model may use: one measure of one store, by hour, on the days before the forecast
 * origin. Days that do not count ({@link ShopDays.Day}) are present, and models must skip them.
 */
public final class MeasureHistory {
  /** Hours of a business day. */
  public static final int HOURS = 24;

  private final ShopDays shop;
  private final double[][] values;
  private final double[] totals;
  private final int origin;

  /**
   * @param values by day and hour of the business day; at least those of the days before the origin
   * @param origin the first day to forecast
   */
  MeasureHistory(ShopDays shop, double[][] values, int origin) {
    this.shop = shop;
    this.values = values;
    this.origin = origin;
    this.totals = new double[origin];
    for (int day = 0; day < origin; day++) {
      for (double value : values[day]) {
        totals[day] += value;
      }
    }
  }

  public ShopDays shop() {
    return shop;
  }

  public int origin() {
    return origin;
  }

  public double total(int day) {
    return totals[day];
  }

  /** Of the days in [from, to). */
  public double total(int from, int to) {
    double total = 0;
    for (int day = from; day < to; day++) {
      total += totals[day];
    }
    return total;
  }

  public double value(int day, int hour) {
    return values[day][hour];
  }

  /** The days that count among the last {@code days}, in order. */
  public List<Integer> counted(int days) {
    return shop.counted(origin - days, origin);
  }

  /**
   * The days that count with the weekday of a future day, newest first; of any weekday if there are
   * fewer than two.
   */
  public List<Integer> similarDays(int day, int most) {
    List<Integer> alike = new ArrayList<>();
    for (int back = day - ShopDays.WEEK; back >= 0 && alike.size() < most; back -= ShopDays.WEEK) {
      if (back < origin && shop.counts(back)) {
        alike.add(back);
      }
    }
    return alike.size() < Math.min(2, most) ? newest(most) : alike;
  }

  private List<Integer> newest(int most) {
    List<Integer> newest = new ArrayList<>();
    for (int day = origin - 1; day >= 0 && newest.size() < most; day--) {
      if (shop.counts(day)) {
        newest.add(day);
      }
    }
    return newest;
  }

  /** The same history with each day divided by its factor. */
  public MeasureHistory without(double[] factors) {
    double[][] calm = new double[origin][];
    for (int day = 0; day < origin; day++) {
      calm[day] = values[day].clone();
      for (int hour = 0; hour < calm[day].length; hour++) {
        calm[day][hour] /= factors[day];
      }
    }
    return new MeasureHistory(shop, calm, origin);
  }
}
