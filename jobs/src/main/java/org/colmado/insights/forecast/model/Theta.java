package org.colmado.insights.forecast.model;

import java.util.Arrays;
import java.util.List;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;

/**
 * The Theta method (Assimakopoulos and Nikolopoulos, IJF 2000, 16:521; as exponential smoothing
 * with half the slope of the trend: Hyndman and Billah, IJF 2003, 19:287) on totals divided by a
 * weekday index that is constant over the window.
 */
record Theta() implements DayModel {
  private static final int WINDOW_DAYS = 730;
  private static final double STEP = 0.02;

  @Override
  public double[] days(MeasureHistory past, int horizon) {
    List<Integer> days = past.counted(WINDOW_DAYS);
    double[] index = weekdayIndex(past, days);
    double[] calm = new double[days.size()];
    for (int i = 0; i < calm.length; i++) {
      calm[i] = past.total(days.get(i)) / index[past.shop().weekday(days.get(i))];
    }

    double memory = memory(calm);
    double level = smoothed(calm, memory);
    double drift = slope(calm) / 2;
    double start = (1 - Math.pow(1 - memory, calm.length)) / memory;
    double[] forecast = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      double calmDay = Math.max(0, level + drift * (h + start));
      forecast[h] = calmDay * index[past.shop().weekday(past.origin() + h)];
    }
    return forecast;
  }

  /** Mean ratio of a weekday's totals to the mean of the days three before to three after. */
  private static double[] weekdayIndex(MeasureHistory past, List<Integer> days) {
    double[] sum = new double[ShopDays.WEEK];
    double[] seen = new double[ShopDays.WEEK];
    for (int i = 3; i + 3 < days.size(); i++) {
      double around = 0;
      for (int near = i - 3; near <= i + 3; near++) {
        around += past.total(days.get(near)) / ShopDays.WEEK;
      }
      int weekday = past.shop().weekday(days.get(i));
      sum[weekday] += past.total(days.get(i)) / around;
      seen[weekday]++;
    }

    double[] index = new double[ShopDays.WEEK];
    double mean = 0;
    int known = 0;
    for (int weekday = 0; weekday < ShopDays.WEEK; weekday++) {
      index[weekday] = seen[weekday] > 0 ? sum[weekday] / seen[weekday] : 1;
      mean += seen[weekday] > 0 ? index[weekday] : 0;
      known += seen[weekday] > 0 ? 1 : 0;
    }
    for (int weekday = 0; weekday < ShopDays.WEEK && known > 0; weekday++) {
      index[weekday] *= seen[weekday] > 0 ? known / mean : 1;
    }
    return index;
  }

  private static double memory(double[] calm) {
    double best = STEP;
    double least = Double.POSITIVE_INFINITY;
    for (double memory = STEP; memory < 1; memory += STEP) {
      double level = start(calm);
      double error = 0;
      for (double value : calm) {
        error += (value - level) * (value - level);
        level += memory * (value - level);
      }
      if (error < least) {
        least = error;
        best = memory;
      }
    }
    return best;
  }

  private static double smoothed(double[] calm, double memory) {
    double level = start(calm);
    for (double value : calm) {
      level += memory * (value - level);
    }
    return level;
  }

  private static double start(double[] calm) {
    return Arrays.stream(calm, 0, Math.min(ShopDays.WEEK, calm.length)).average().orElse(0);
  }

  /** Slope of the least squares line, per day. */
  private static double slope(double[] calm) {
    double middle = (calm.length - 1) / 2.0;
    double mean = Arrays.stream(calm).average().orElse(0);
    double together = 0;
    double spread = 0;
    for (int i = 0; i < calm.length; i++) {
      together += (i - middle) * (calm[i] - mean);
      spread += (i - middle) * (i - middle);
    }
    return spread > 0 ? together / spread : 0;
  }
}
