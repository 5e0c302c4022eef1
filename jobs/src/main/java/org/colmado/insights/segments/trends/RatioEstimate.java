package org.colmado.insights.segments.trends;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A ratio of sums over days, and how far it can be from the ratio of such days in general.
 *
 * <p>Tickets of one day are alike: it rained, or it was payday. So the days are the sample, not the
 * tickets, and as weekdays differ and each comes as often as the others, weekdays are strata. It is
 * the combined ratio estimator of a stratified sample (Cochran, Sampling Techniques 1977, 6.11), by
 * the delta method:
 *
 * <p>R = X / Y, e = x - R y, v(R) = 1 / Y^2 * sum over weekdays of n / (n - 1) * sum of (e - mean
 * e)^2.
 *
 * @param value of the ratio
 * @param terms of its variance, one for each weekday
 */
record RatioEstimate(double value, List<Term> terms) {
  /**
   * A weekday's part of the variance.
   *
   * @param freedom degrees of freedom, its days less one
   */
  record Term(double variance, double freedom) {}

  RatioEstimate {
    terms = List.copyOf(terms);
  }

  /** Of days whose denominators are above 0, one at least. */
  static RatioEstimate of(List<DailyTotal> days) {
    double whole = sum(days.stream().map(DailyTotal::whole).toList());
    double ratio = sum(days.stream().map(DailyTotal::part).toList()) / whole;
    Collection<List<Double>> residuals =
        days.stream()
            .collect(
                Collectors.groupingBy(
                    day -> day.on().getDayOfWeek(),
                    Collectors.mapping(
                        day -> (day.part() - ratio * day.whole()) / whole, Collectors.toList())))
            .values();

    return new RatioEstimate(ratio, residuals.stream().map(RatioEstimate::term).toList());
  }

  /** A weekday that came once has no mean of its own: it is held against the mean of all, 0. */
  private static Term term(List<Double> residuals) {
    int days = residuals.size();
    double mean = days == 1 ? 0 : sum(residuals) / days;
    double squares = residuals.stream().mapToDouble(e -> (e - mean) * (e - mean)).sum();

    return days == 1 ? new Term(squares, 1) : new Term(squares * days / (days - 1), days - 1);
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(value -> value).sum();
  }
}
