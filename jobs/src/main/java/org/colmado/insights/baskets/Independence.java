package org.colmado.insights.baskets;

import org.apache.commons.math3.special.Gamma;

/**
 * What chance makes of two items that have no tie. All counts are of baskets.
 *
 * <p>{@code both} is out of {@code baskets}, of which {@code a} have the one item and {@code b} the
 * other.
 */
final class Independence {
  /** Of the standard normal: 5 % lie above. */
  private static final double ONE_SIDED_95 = 1.6448536269514722;

  /** A further term that is this small a part of the sum changes no digit of it. */
  private static final double NOTHING = 1e-17;

  private Independence() {}

  static double lift(long both, long a, long b, long baskets) {
    return (double) both * baskets / ((double) a * b);
  }

  /**
   * Lower bound of the lift, 95 % sure: {@code lift * exp(-1.645 se)}.
   *
   * <p>se is that of log lift where every basket is an independent draw (delta method). A basket
   * adds {@code [both]/p_both - [a]/p_a - [b]/p_b + 1} over {@code baskets} to log lift; the
   * variance of that is {@code 1/both - 1/a - 1/b + (2 lift - 1)/baskets}.
   */
  static double liftLow(long both, long a, long b, long baskets) {
    double lift = lift(both, a, b, baskets);
    double variance = 1.0 / both - 1.0 / a - 1.0 / b + (2 * lift - 1) / baskets;

    return lift * Math.exp(-ONE_SIDED_95 * Math.sqrt(Math.max(0, variance)));
  }

  /**
   * Chance of {@code both} joint baskets or more where the items have no tie and each is in as many
   * baskets as it is: the upper tail of the hypergeometric distribution, Fisher's exact test with
   * one side. Made to be asked above the expected number, where the terms fall quickly.
   */
  static double upperTail(long both, long a, long b, long baskets) {
    long most = Math.min(a, b);
    double first = Math.exp(logProbability(both, a, b, baskets));
    double sum = 1;
    double term = 1;
    for (long k = both; k < most && term > NOTHING * sum; k++) {
      term *= (double) (a - k) * (b - k) / ((k + 1.0) * (baskets - a - b + k + 1.0));
      sum += term;
    }
    return Math.min(1, first * sum);
  }

  private static double logProbability(long both, long a, long b, long baskets) {
    return logChoose(a, both) + logChoose(baskets - a, b - both) - logChoose(baskets, b);
  }

  private static double logChoose(long of, long some) {
    return Gamma.logGamma(of + 1.0) - Gamma.logGamma(some + 1.0) - Gamma.logGamma(of - some + 1.0);
  }
}
