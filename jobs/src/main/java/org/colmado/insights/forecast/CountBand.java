package org.colmado.insights.forecast;

import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * The interval of a forecast that has no errors of its own to go by: quantiles of a gamma
 * distribution with the forecast as mean and a multiple of it as variance, which is the negative
 * binomial of counts made smooth.
 *
 * @param dispersion variance over mean
 */
record CountBand(double dispersion) {
  /** The interval; all 0 around a forecast of 0. */
  Band around(double yhat) {
    if (yhat <= 0) {
      return new Band(0, 0, 0, 0);
    }

    GammaDistribution gamma = new GammaDistribution(null, yhat / dispersion, dispersion);
    return Band.around(yhat, at(gamma, 0.025), at(gamma, 0.1), at(gamma, 0.9), at(gamma, 0.975));
  }

  private static double at(GammaDistribution gamma, double level) {
    return gamma.inverseCumulativeProbability(level);
  }
}
