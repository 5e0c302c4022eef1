package org.colmado.insights.forecast.evaluation;

import org.apache.commons.math3.special.Beta;

/**
 * The distribution of a count that varies more than chance alone: a Poisson count whose rate has a
 * gamma distribution.
 *
 * @param ratio variance over mean; above 1
 */
record NegativeBinomial(double mean, double ratio) {
  private static final double LEAST_RATIO = 1.001;

  /** What a lopsided interval costs against one that covers too much or too little. */
  private static final double LOPSIDED = 0.25;

  /**
   * So many counts around the quantiles are tried: a lopsided count may have its best ends there.
   */
  private static final int AROUND = 3;

  NegativeBinomial {
    ratio = Math.max(LEAST_RATIO, ratio);
  }

  /** Probability of at most so many. */
  double upTo(int count) {
    return count < 0 ? 0 : Beta.regularizedBeta(1 / ratio, mean / (ratio - 1), count + 1.0);
  }

  /**
   * The interval from one count to another whose probability is closest to a share, with tails as
   * equal as may be: counts are too coarse for both to be exact.
   *
   * @return first and last count
   */
  int[] interval(double share) {
    double tail = (1 - share) / 2;
    int low = quantile(tail);
    int high = quantile(1 - tail);
    int[] best = {low, high};
    double leastCost = Double.POSITIVE_INFINITY;
    for (int from = Math.max(0, low - AROUND); from <= low + AROUND; from++) {
      double below = upTo(from - 1);
      for (int to = Math.max(from, high - AROUND); to <= high + AROUND; to++) {
        double above = 1 - upTo(to);
        double cost = Math.abs(1 - below - above - share) + LOPSIDED * Math.abs(below - above);
        if (cost < leastCost) {
          leastCost = cost;
          best = new int[] {from, to};
        }
      }
    }
    return best;
  }

  private int quantile(double level) {
    int count = 0;
    while (upTo(count) < level) {
      count++;
    }
    return count;
  }
}
