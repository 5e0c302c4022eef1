package org.colmado.insights.forecast.model;

import java.util.Arrays;
import java.util.List;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;

/**
 * Variance divided by mean, from pairs of values one week apart: the squared differences over the
 * sums. It is 1 for Poisson counts, and larger if the level moves from week to week. It has the
 * unit of the measure: 1 for visits, the currency for money.
 *
 * @param squares sum of the squared differences
 * @param sums sum of both values of every pair
 * @param pairs number of pairs
 */
public record Dispersion(double squares, double sums, int pairs) {
  private static final Dispersion NONE = new Dispersion(0, 0, 0);

  /** Of daily totals. */
  public static Dispersion ofDays(MeasureHistory past, List<Integer> days) {
    Dispersion dispersion = NONE;
    for (int day : days) {
      int before = day - ShopDays.WEEK;
      if (before >= 0 && past.shop().counts(before)) {
        dispersion = dispersion.with(past.total(day), past.total(before));
      }
    }
    return dispersion;
  }

  /** Of hourly values. */
  public static Dispersion ofHours(MeasureHistory past, List<Integer> days) {
    Dispersion dispersion = NONE;
    for (int day : days) {
      int before = day - ShopDays.WEEK;
      if (before >= 0 && past.shop().counts(before)) {
        for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
          dispersion = dispersion.with(past.value(day, hour), past.value(before, hour));
        }
      }
    }
    return dispersion;
  }

  /** Of the totals of weeks back from the origin of which all days count. */
  public static Dispersion ofWeeks(MeasureHistory past) {
    Dispersion dispersion = NONE;
    for (int end = past.origin(); end >= 2 * ShopDays.WEEK; end -= ShopDays.WEEK) {
      int middle = end - ShopDays.WEEK;
      if (past.shop().counted(middle - ShopDays.WEEK, end).size() == 2 * ShopDays.WEEK) {
        dispersion =
            dispersion.with(past.total(middle, end), past.total(middle - ShopDays.WEEK, middle));
      }
    }
    return dispersion;
  }

  /** Of daily totals around their mean, for a history that is too short for pairs. */
  public static Dispersion ofDaysAroundMean(MeasureHistory past, List<Integer> days) {
    return NONE.with(days.stream().mapToDouble(past::total).toArray());
  }

  /** Of the values of each hour of the day around their mean. */
  public static Dispersion ofHoursAroundMean(MeasureHistory past, List<Integer> days) {
    Dispersion dispersion = NONE;
    for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
      int at = hour;
      dispersion = dispersion.with(days.stream().mapToDouble(day -> past.value(day, at)).toArray());
    }
    return dispersion;
  }

  /** Adds values that have the same mean: n of them are worth n - 1 pairs. */
  private Dispersion with(double[] alike) {
    double mean = Arrays.stream(alike).average().orElse(0);
    if (alike.length < 2 || mean == 0) {
      return this;
    }

    double square = Arrays.stream(alike).map(value -> Math.pow(value - mean, 2)).sum();
    int n = alike.length;
    return new Dispersion(squares + square, sums + mean * (n - 1), pairs + n - 1);
  }

  private Dispersion with(double value, double before) {
    double difference = value - before;

    return value + before == 0
        ? this
        : new Dispersion(squares + difference * difference, sums + value + before, pairs + 1);
  }

  /** 1 where nothing is known. */
  public double ratio() {
    return sums > 0 && squares > 0 ? squares / sums : 1;
  }

  /**
   * The same, drawn to what one would think without data.
   *
   * @param thought variance over mean
   * @param weight number of pairs that this is worth
   */
  public double drawnTo(double thought, double weight) {
    double mean = pairs > 0 ? sums / pairs : 0;

    return mean > 0 ? (weight * mean * thought + squares) / (weight * mean + sums) : thought;
  }
}
