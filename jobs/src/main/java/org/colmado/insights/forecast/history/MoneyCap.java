package org.colmado.insights.forecast.history;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Limits the money of an hour to what its visits may bring (winsorising: Wilcox, Introduction to
 * Robust Estimation, 2012). One sale of a mistyped amount would else raise the level, its weekday
 * and every interval for months. Only models and their errors see the limited money.
 *
 * @param visit median over the days of money by visit
 * @param deviation of the money of one visit, from the median absolute deviation of the hours
 */
record MoneyCap(double visit, double deviation) {
  /** So many deviations above its visits an hour keeps its money: parties and weddings count. */
  private static final double DEVIATIONS = 12;

  /** Fewer hours do not tell what is usual. */
  private static final int MIN_HOURS = 20;

  /** Least deviation, in median visits: where most hours bring the same money, it would be 0. */
  private static final double LEAST_DEVIATION = 0.25;

  /** Standard deviation of a normal distribution over its median absolute deviation. */
  private static final double NORMAL = 1.4826;

  /**
   * The limit of a store; empty if there are too few hours to tell what is usual.
   *
   * @param tickets by day and hour
   * @param revenue by day and hour
   */
  static Optional<MoneyCap> of(double[][] tickets, double[][] revenue) {
    double visit =
        median(
            IntStream.range(0, tickets.length)
                .filter(day -> sum(tickets[day]) > 0)
                .mapToDouble(day -> sum(revenue[day]) / sum(tickets[day]))
                .toArray());
    double[] away =
        IntStream.range(0, tickets.length)
            .boxed()
            .flatMapToDouble(
                day ->
                    IntStream.range(0, MeasureHistory.HOURS)
                        .filter(hour -> tickets[day][hour] > 0)
                        .mapToDouble(
                            hour ->
                                Math.abs(revenue[day][hour] - tickets[day][hour] * visit)
                                    / Math.sqrt(tickets[day][hour])))
            .toArray();

    return away.length < MIN_HOURS
        ? Optional.empty()
        : Optional.of(
            new MoneyCap(visit, Math.max(LEAST_DEVIATION * visit, NORMAL * median(away))));
  }

  /** The money of each hour of a day, limited. */
  double[] limited(double[] tickets, double[] revenue) {
    double[] limited = revenue.clone();
    Arrays.setAll(
        limited,
        hour ->
            Math.min(
                revenue[hour],
                tickets[hour] * visit + DEVIATIONS * deviation * Math.sqrt(tickets[hour])));
    return limited;
  }

  private static double sum(double[] hours) {
    return Arrays.stream(hours).sum();
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();

    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }
}
