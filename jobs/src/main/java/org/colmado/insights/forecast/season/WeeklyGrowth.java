package org.colmado.insights.forecast.season;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.colmado.insights.forecast.fit.LogLinear;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.table.Seasonality;

/**
 * The growth from week to week over the whole history: a log-linear trend of weekly sums, adjusted
 * for their weekdays and paydays. As the level drifts, weeks are not independent: standard errors
 * are widened and degrees of freedom reduced by the autocorrelation of the residuals (first order:
 * Bartlett 1946; Box, Jenkins and Reinsel, section 2.1).
 */
public final class WeeklyGrowth {
  private static final int MIN_WEEKS = 8;
  private static final int MIN_DAYS = 4;
  private static final double MAX_CORRELATED = 0.9;
  private static final double HIGH = 0.975;

  private final List<Double> sold = new ArrayList<>();
  private final List<Double> ordinary = new ArrayList<>();
  private final List<Integer> weeks = new ArrayList<>();

  private WeeklyGrowth() {}

  /** The single row of the trend. */
  public static SeasonPhase phase(MeasureHistory past, DaySeasons seasons) {
    WeeklyGrowth growth = new WeeklyGrowth();
    int days = seasons.days().size();
    int from = 0;
    while (from < days) {
      int to = from;
      int week = week(past, seasons, from);
      while (to < days && week(past, seasons, to) == week) {
        to++;
      }
      growth.add(past, seasons, from, to);
      from = to;
    }
    return growth.weeks.size() < MIN_WEEKS
        ? SeasonPhase.unknown(Seasonality.TREND, days, Seasonality.TOO_SHORT)
        : growth.fitted(days);
  }

  /** Number of weeks before the last week, which ends on the day before the origin. */
  private static int week(MeasureHistory past, DaySeasons seasons, int place) {
    return (past.origin() - 1 - seasons.days().get(place)) / ShopDays.WEEK;
  }

  private void add(MeasureHistory past, DaySeasons seasons, int from, int to) {
    double sum = 0;
    double measure = 0;
    for (int place = from; place < to; place++) {
      sum += past.total(seasons.days().get(place));
      measure += seasons.factor(place);
    }
    if (to - from >= MIN_DAYS) {
      sold.add(sum);
      ordinary.add(measure);
      weeks.add(-week(past, seasons, from));
    }
  }

  private SeasonPhase fitted(int days) {
    double[][] design = weeks.stream().map(week -> new double[] {1, week}).toArray(double[][]::new);
    LogLinear line =
        LogLinear.of(
            design,
            sold.stream().mapToDouble(Double::doubleValue).toArray(),
            ordinary.stream().mapToDouble(Double::doubleValue).toArray());
    double correlation = correlation(line);
    double wider = (1 + correlation) / (1 - correlation);
    double degrees = Math.max(1, line.size() / wider - 2);
    double dispersion = line.pearson() / line.degrees();
    double error = Math.sqrt(dispersion * line.covariance(1, 1) * wider);
    double slope = line.coefficient(1);
    TDistribution t = new TDistribution(null, degrees);
    double p = error > 0 ? 2 * t.cumulativeProbability(-Math.abs(slope / error)) : Double.NaN;
    double times = Math.exp(t.inverseCumulativeProbability(HIGH) * error);
    return new SeasonPhase(
        Seasonality.TREND,
        Seasonality.PER_WEEK,
        strength(line),
        p,
        Math.exp(slope),
        Math.exp(slope) / times,
        Math.exp(slope) * times,
        p,
        days,
        Seasonality.OK);
  }

  /**
   * First-order autocorrelation of the residuals, 0 to 0.9. It is corrected for the bias of a
   * fitted line, (2 + 4 correlation) / weeks (Shaman and Stine, JASA 1988, 83:842).
   */
  private static double correlation(LogLinear line) {
    double together = 0;
    for (int i = 1; i < line.size(); i++) {
      together += error(line, i) * error(line, i - 1);
    }
    double alone = line.pearson();
    double seen = alone > 0 ? together / alone : 0;
    double unbiased = seen + (2 + 4 * seen) / line.size();
    return Math.max(0, Math.min(MAX_CORRELATED, unbiased));
  }

  private static double error(LogLinear line, int i) {
    return (line.observed(i) - line.mean(i)) / Math.sqrt(line.mean(i));
  }

  /** 1 - Var(remainder) / Var(trend and remainder), as {@link SeasonFit} has it. */
  private double strength(LogLinear line) {
    double remainder = 0;
    double square = 0;
    double sum = 0;
    int n = line.size();
    for (int i = 0; i < n; i++) {
      double both = sold.get(i) / ordinary.get(i);
      double trend = line.mean(i) / ordinary.get(i);
      remainder += (both - trend) * (both - trend);
      square += both * both;
      sum += both;
    }
    double ofBoth = (square - sum * sum / n) / (n - 1);
    return ofBoth > 0 ? Math.max(0, 1 - remainder / (n - 2) / ofBoth) : Double.NaN;
  }
}
