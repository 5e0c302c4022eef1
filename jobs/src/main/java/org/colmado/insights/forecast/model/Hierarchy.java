package org.colmado.insights.forecast.model;

import java.util.Arrays;
import java.util.List;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;

/**
 * A level times a weekday index. The index changes slowly (half-life six weeks) and is shrunk
 * towards 1, the more the less weekdays differ beyond chance. The level is exponential smoothing of
 * the totals divided by the index; its smoothing constant is the one that forecast best 1 to 7 days
 * ahead in the past.
 *
 * @param asEvident draws the index to 1 where weekdays hardly differ; the pooled models, which
 *     correct the forecast, learn better from the index as it is
 */
public record Hierarchy(boolean asEvident) implements DayModel {
  private static final int WINDOW_DAYS = 140;
  private static final double HALF_LIFE_DAYS = 42;
  private static final double LEVEL_WIDTH_DAYS = 5;
  private static final double DRAWN_DAYS = 0.5;
  private static final int PASSES = 3;

  /** So many values are not drawn to their mean, as none of them is known to be far from it. */
  private static final int NOT_DRAWN = 3;

  private static final int WARM_UP = 20;
  private static final double[] MEMORIES = {0.03, 0.06, 0.1, 0.15, 0.22, 0.3, 0.45};

  @Override
  public double[] days(MeasureHistory past, int horizon) {
    List<Integer> days = past.counted(WINDOW_DAYS);
    double[] index = asEvident ? evidentIndex(past, days) : weekdayIndex(past, days);
    double[] calm = new double[days.size()];
    for (int i = 0; i < calm.length; i++) {
      calm[i] = past.total(days.get(i)) / index[past.shop().weekday(days.get(i))];
    }

    double level = level(calm, memory(calm));
    double[] forecast = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      forecast[h] = level * index[past.shop().weekday(past.origin() + h)];
    }
    return forecast;
  }

  /**
   * The weekday index as far as it is evident: drawn to 1 by the positive part of James and Stein
   * (1961), all the way where weekdays vary no more than chance.
   */
  private static double[] evidentIndex(MeasureHistory past, List<Integer> days) {
    double[] index = weekdayIndex(past, days);
    double[] levels = localLevels(past, days, index);
    double[] weight = new double[ShopDays.WEEK];
    double error = 0;
    for (int i = 0; i < levels.length; i++) {
      int weekday = past.shop().weekday(days.get(i));
      double w = weight(past, days.get(i));
      error += w * Math.pow(past.total(days.get(i)) / levels[i] - index[weekday], 2);
      weight[weekday] += w;
    }
    double variance = error / Arrays.stream(weight).sum();
    double evidence = 0;
    for (int weekday = 0; weekday < ShopDays.WEEK; weekday++) {
      evidence += Math.pow(index[weekday] - 1, 2) * weight[weekday] / variance;
    }
    long seen = Arrays.stream(weight).filter(of -> of > 0).count();
    double kept = evidence > 0 ? Math.max(0, 1 - (seen - NOT_DRAWN) / evidence) : 1;
    return Arrays.stream(index).map(of -> 1 + Math.min(1, kept) * (of - 1)).toArray();
  }

  private static double weight(MeasureHistory past, int day) {
    return Math.pow(0.5, (past.origin() - day) / HALF_LIFE_DAYS);
  }

  /** Sales of a weekday relative to an average day; the mean over the observed weekdays is 1. */
  static double[] weekdayIndex(MeasureHistory past, List<Integer> days) {
    double[] index = new double[ShopDays.WEEK];
    Arrays.fill(index, 1);
    for (int pass = 0; pass < PASSES; pass++) {
      double[] levels = localLevels(past, days, index);
      double[] sold = new double[ShopDays.WEEK];
      double[] expected = new double[ShopDays.WEEK];
      double[] weight = new double[ShopDays.WEEK];
      for (int i = 0; i < levels.length; i++) {
        int weekday = past.shop().weekday(days.get(i));
        double w = weight(past, days.get(i));
        sold[weekday] += w * past.total(days.get(i));
        expected[weekday] += w * levels[i];
        weight[weekday] += w;
      }
      index = shrunkToOne(sold, expected, weight);
    }
    return index;
  }

  private static double[] shrunkToOne(double[] sold, double[] expected, double[] weight) {
    double[] index = new double[ShopDays.WEEK];
    double sum = 0;
    int seen = 0;
    for (int weekday = 0; weekday < ShopDays.WEEK; weekday++) {
      double ratio = expected[weekday] > 0 ? sold[weekday] / expected[weekday] : 1;
      index[weekday] = (ratio * weight[weekday] + DRAWN_DAYS) / (weight[weekday] + DRAWN_DAYS);
      if (weight[weekday] > 0) {
        sum += index[weekday];
        seen++;
      }
    }
    for (int weekday = 0; weekday < ShopDays.WEEK; weekday++) {
      index[weekday] *= seen / sum;
    }
    return index;
  }

  /** Totals divided by the weekday index, smoothed over neighbouring days. */
  private static double[] localLevels(MeasureHistory past, List<Integer> days, double[] index) {
    double[] levels = new double[days.size()];
    for (int i = 0; i < levels.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int day : days) {
        double away = (day - days.get(i)) / LEVEL_WIDTH_DAYS;
        double weight = Math.exp(-0.5 * away * away);
        sum += weight * past.total(day) / index[past.shop().weekday(day)];
        weights += weight;
      }
      levels[i] = sum / weights;
    }
    return levels;
  }

  private static double level(double[] calm, double memory) {
    double sum = 0;
    double weights = 0;
    double weight = 1;
    for (int i = calm.length - 1; i >= 0; i--) {
      sum += weight * calm[i];
      weights += weight;
      weight *= 1 - memory;
    }
    return sum / weights;
  }

  private static double memory(double[] calm) {
    double best = MEMORIES[2];
    double least = Double.POSITIVE_INFINITY;
    for (double memory : MEMORIES) {
      double error = error(calm, memory);
      if (error < least && error > 0) {
        least = error;
        best = memory;
      }
    }
    return best;
  }

  /** Sum of the mean absolute errors 1 to 7 days ahead. */
  private static double error(double[] calm, double memory) {
    double level = Arrays.stream(calm, 0, Math.min(ShopDays.WEEK, calm.length)).average().orElse(0);
    double error = 0;
    for (int i = 0; i + ShopDays.WEEK < calm.length; i++) {
      level += Math.max(memory, 1.0 / (i + 8)) * (calm[i] - level);
      for (int h = 1; i >= WARM_UP && h <= ShopDays.WEEK; h++) {
        error += Math.abs(calm[i + h] - level) / ShopDays.WEEK;
      }
    }
    return error;
  }
}
