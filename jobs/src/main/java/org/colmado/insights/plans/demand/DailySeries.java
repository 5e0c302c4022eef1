package org.colmado.insights.plans.demand;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** A daily series; NaN if the value is not known: closed or sold out. */
public final class DailySeries {
  public static final int WEEK = 7;

  private final LocalDate firstOn;
  private final double[] values;

  /**
   * @param values from {@code firstOn} on
   */
  public DailySeries(LocalDate firstOn, double[] values) {
    this.firstOn = firstOn;
    this.values = values.clone();
  }

  public double[] values() {
    return values.clone();
  }

  public int size() {
    return values.length;
  }

  public double value(int day) {
    return values[day];
  }

  /** The value of a day within the series. */
  public double on(LocalDate day) {
    return values[(int) ChronoUnit.DAYS.between(firstOn, day)];
  }

  public LocalDate lastOn() {
    return firstOn.plusDays(values.length - 1L);
  }

  /** The series up to and including this day. */
  public DailySeries until(LocalDate lastDay) {
    int days = (int) ChronoUnit.DAYS.between(firstOn, lastDay) + 1;

    return new DailySeries(firstOn, Arrays.copyOf(values, Math.max(0, Math.min(days, size()))));
  }

  /** The last days of the series. */
  public DailySeries last(int days) {
    int from = Math.max(0, size() - days);

    return new DailySeries(firstOn.plusDays(from), Arrays.copyOfRange(values, from, size()));
  }

  /** The series from the first day with a positive value; empty if there is none. */
  public DailySeries fromFirstSale() {
    int from = 0;
    while (from < size() && !(values[from] > 0)) {
      from++;
    }
    return last(size() - from);
  }

  /** 0 Monday to 6 Sunday. */
  public int weekday(int day) {
    return weekday(firstOn.plusDays(day));
  }

  /** 0 Monday to 6 Sunday. */
  public static int weekday(LocalDate day) {
    return day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
  }

  /** Mean over the known days; 0 if there are none. */
  public double mean() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(0);
  }

  /** Sums and numbers of known days, by weekday. */
  public double[][] byWeekday() {
    double[][] sums = new double[2][WEEK];
    for (int day = 0; day < size(); day++) {
      if (!Double.isNaN(values[day])) {
        sums[0][weekday(day)] += values[day];
        sums[1][weekday(day)]++;
      }
    }
    return sums;
  }
}
