package org.colmado.insights.baskets;

import org.apache.commons.math3.special.Gamma;

/**
 * Tests of independence of two items. All counts are numbers of baskets.
 *
 * <p>Of {@code baskets}, {@code a} contain the first item, {@code b} the second, {@code both} both.
 */
final class Independence {
  /** Of the standard normal: 5 % lie above. */
  private static final double ONE_SIDED_95 = 1.6448536269514722;

  /** Terms below this share of the sum do not change a double. */
  private static final double NOTHING = 1e-17;

  private Independence() {}

  static double lift(long both, long a, long b, long baskets) {
    return (double) both * baskets / ((double) a * b);
  }

  /**
   * One-sided lower 95 % confidence bound of the lift: {@code lift * exp(-1.645 se)}.
   *
   * <p>se is the standard error of the log lift for independent baskets (delta method). A basket
   * adds {@code [both]/p_both - [a]/p_a - [b]/p_b + 1} over {@code baskets} to log lift; the
   * variance of that is {@code 1/both - 1/a - 1/b + (2 lift - 1)/baskets}.
   */
  static double liftLow(long both, long a, long b, long baskets) {
    double lift = lift(both, a, b, baskets);
    double variance = 1.0 / both - 1.0 / a - 1.0 / b + (2 * lift - 1) / baskets;

    return lift * Math.exp(-ONE_SIDED_95 * Math.sqrt(Math.max(0, variance)));
  }

  /**
   * Probability of {@code both} or more joint baskets if the items are independent: the upper tail
   * of the hypergeometric distribution (one-sided Fisher's exact test). Efficient for counts above
   * the expected number, where the terms fall quickly.
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
