package org.colmado.insights.segments.trends;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.colmado.insights.segments.trends.RatioEstimate.Term;

/**
 * The difference of two ratios of different days: Student's t with the degrees of freedom that
 * Satterthwaite gives a sum of variances of few days each (Biometrics 1946, 2:110; Cochran 1977,
 * 5.16): f = (sum of v)^2 / sum of v^2 / (n - 1).
 *
 * @param value now less before
 * @param error standard error, 0 if all days have the same ratio
 * @param freedom degrees of freedom, 1 or more
 */
record RatioChange(double value, double error, double freedom) {
  /** What is smaller, relative to the ratio, comes of rounding. */
  private static final double ROUNDING = 1e-9;

  static RatioChange between(RatioEstimate before, RatioEstimate now) {
    List<Term> terms = Stream.concat(before.terms().stream(), now.terms().stream()).toList();
    double variance = terms.stream().mapToDouble(Term::variance).sum();
    double squares =
        terms.stream()
            .mapToDouble(term -> term.variance() * term.variance() / term.freedom())
            .sum();
    double least = ROUNDING * Math.max(Math.abs(before.value()), Math.abs(now.value()));
    double change = now.value() - before.value();

    return Math.sqrt(variance) <= least
        ? new RatioChange(Math.abs(change) <= least ? 0 : change, 0, 1)
        : new RatioChange(change, Math.sqrt(variance), variance * variance / squares);
  }

  Interval interval() {
    return Interval.of(
        value, error == 0 ? 0 : error * student().inverseCumulativeProbability(upper()));
  }

  private static double upper() {
    return (1 + Interval.LEVEL) / 2;
  }

  /** Probability of a difference as large or larger if nothing changed. */
  double p() {
    if (error == 0) {
      return value == 0 ? 1 : 0;
    }
    return 2 * student().cumulativeProbability(-Math.abs(value) / error);
  }

  private TDistribution student() {
    return new TDistribution(null, freedom);
  }
}
