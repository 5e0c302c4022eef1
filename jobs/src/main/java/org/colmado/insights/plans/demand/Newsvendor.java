package org.colmado.insights.plans.demand;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The one-period stock problem: order the quantile of demand at the critical ratio (Arrow, Harris
 * and Marschak, Econometrica 1951, 19:250; Silver, Pyke and Thomas, Inventory and Production
 * Management in Supply Chains, 4th ed., 2017, 9.2).
 */
public final class Newsvendor {
  private Newsvendor() {}

  /**
   * What a unit too few costs, over that and what a unit too many costs.
   *
   * @param shortCost price less cost of the sale that is lost, and the goodwill
   * @param leftCost holding of a unit that is left, or its cost less what it still brings
   * @return 0 to 1; 0 where nothing is lost by having none
   */
  public static double criticalRatio(double shortCost, double leftCost) {
    double gain = Math.max(0, shortCost);

    return gain == 0 ? 0 : gain / (gain + Math.max(0, leftCost));
  }

  /** The quantile of normal demand. */
  public static double normalQuantile(double mean, double deviation, double chance) {
    return deviation <= 0
        ? mean
        : new NormalDistribution(null, mean, deviation).inverseCumulativeProbability(chance);
  }
}
