package org.colmado.insights.plans.restock;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.colmado.insights.plans.demand.Newsvendor;

/**
 * Distribution of the demand in units over some days, by mean and variance: negative binomial if
 * overdispersed, else Poisson, and normal for a large mean (retail demand: Nahmias and Smith,
 * Management Science 1994, 40:596).
 *
 * @param mean units, 0 or more
 * @param variance units squared
 */
record UnitDemand(double mean, double variance) {
  private static final double LARGE = 300;
  private static final double MOST = 10_000_000;
  private static final double AS_POISSON = 1.0001;

  UnitDemand {
    if (!(mean >= 0 && variance >= 0 && mean + variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot describe demand: found mean %s and variance %s, expected 0 or more"
              .formatted(mean, variance));
    }
  }

  /** A stock that is practically always sufficient. */
  int sufficientUnits() {
    return (int) Math.min(MOST, Math.ceil(mean + 12 * Math.sqrt(variance) + 12));
  }

  /** Remaining stock: mean and variance. */
  record Left(double mean, double variance) {}

  /**
   * The quantile: smallest number of units that is sufficient with this probability, 0 to below 1.
   */
  double quantile(double chance) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > LARGE) {
      return Math.max(0, Newsvendor.normalQuantile(mean, Math.sqrt(variance), chance));
    }

    double[] chances = cumulativeProbabilities(sufficientUnits());
    int units = 0;
    while (units < chances.length - 1 && chances[units] < chance) {
      units++;
    }
    return units;
  }

  /** Demand minus an uncertain remaining stock. */
  UnitDemand with(Left left) {
    return new UnitDemand(mean, variance + left.variance());
  }

  /** Cumulative probabilities: that 0, 1, 2 ... units are sufficient. */
  double[] cumulativeProbabilities(int units) {
    double[] chances = new double[units + 1];
    if (mean <= 0) {
      Arrays.fill(chances, 1);
    } else if (mean > LARGE) {
      double deviation = Math.max(1e-9, Math.sqrt(variance));
      NormalDistribution normal = new NormalDistribution(null, mean, deviation);
      Arrays.setAll(chances, count -> normal.cumulativeProbability(count + 0.5));
    } else {
      addUp(chances);
    }
    return chances;
  }

  /** Mean and variance of the remaining stock after this demand. */
  Left leftOf(double stock) {
    if (stock > sufficientUnits()) {
      return new Left(stock - mean, variance);
    }

    int whole = (int) Math.floor(stock);
    double[] chances = cumulativeProbabilities(whole);
    double left = 0;
    double squares = 0;
    for (int sold = 0; sold <= whole; sold++) {
      double chance = chances[sold] - (sold == 0 ? 0 : chances[sold - 1]);
      left += chance * (stock - sold);
      squares += chance * (stock - sold) * (stock - sold);
    }
    return new Left(left, Math.max(0, squares - left * left));
  }

  private void addUp(double[] chances) {
    double spread = variance / mean;
    boolean isPoisson = spread <= AS_POISSON;
    double shape = mean / (spread - 1);
    double chance = Math.exp(isPoisson ? -mean : -shape * Math.log(spread));
    double total = 0;
    for (int count = 0; count < chances.length; count++) {
      total += chance;
      chances[count] = Math.min(1, total);
      chance *=
          isPoisson ? mean / (count + 1) : (count + shape) / (count + 1) * ((spread - 1) / spread);
    }
  }
}
