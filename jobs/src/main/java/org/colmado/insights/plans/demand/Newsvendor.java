package org.colmado.insights.plans.demand;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The newsvendor problem: the optimal stock is the quantile of demand at the critical ratio (Arrow,
 * Harris and Marschak, Econometrica 1951, 19:250; Silver, Pyke and Thomas, Inventory and Production
 * Management in Supply Chains, 4th ed., 2017, 9.2).
 */
public final class Newsvendor {
  private Newsvendor() {}

  /**
   * Critical ratio: underage cost divided by the sum of underage and overage cost.
   *
   * @param shortCost underage cost: lost margin and goodwill
   * @param leftCost overage cost: holding cost, or cost minus salvage value
   * @return 0 to 1; 0 if a shortage costs nothing
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
