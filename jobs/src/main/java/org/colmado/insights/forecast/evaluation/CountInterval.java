package org.colmado.insights.forecast.evaluation;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The prediction interval of a forecast without past errors: that of a {@link NegativeBinomial} for
 * visits of an hour, else quantiles of a gamma distribution, its continuous form. Its mean is the
 * forecast, its variance {@code forecast * dispersion * (1 + 1 / observed)}: what the values vary
 * by, and what the forecast errs by as the mean of so few. The dispersion is estimated, too: the
 * tails are as heavy as those of Student's t with as many degrees of freedom.
 *
 * @param areWhole the values are counts of visits of an hour
 * @param visit value of a visit: 1 for visits of an hour, the mean basket for money of an hour; 0
 *     where a value of zero is not to be expected
 * @param dispersion variance over mean
 * @param observed number of values that the forecast rests on
 * @param degrees degrees of freedom of the dispersion
 * @param holidayScale how much wider the interval of a day near a holiday is; less than later on,
 *     as the dispersion of a short history has its holidays in it
 */
record CountInterval(
    boolean areWhole,
    double visit,
    double dispersion,
    double observed,
    double degrees,
    double holidayScale) {
  private static final double INNER = 0.8;
  private static final double OUTER = 0.95;

  /** Fewer visits are whole numbers. */
  private static final double FEW = 50;

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** The interval of a forecast; all bounds are 0 for a forecast of 0. */
  PredictionInterval around(double yhat, boolean isNearHoliday) {
    if (yhat <= 0) {
      return new PredictionInterval(0, 0, 0, 0);
    }

    double wider = isNearHoliday ? holidayScale : 1;
    double[] inner = bounds(yhat, INNER, wider);
    double[] outer = bounds(yhat, OUTER, wider);
    return PredictionInterval.around(yhat, outer[0], inner[0], inner[1], outer[1]);
  }

  private double[] bounds(double yhat, double share, double wider) {
    double tail = (1 - share) / 2;
    double ratio = ratio(tail) * wider * wider;
    if (areWhole && yhat < FEW) {
      int[] counts = new NegativeBinomial(yhat, ratio).interval(share);
      return new double[] {counts[0], counts[1]};
    }

    boolean mayBeZero = visit > 0 && Math.exp(-yhat / visit) >= tail;
    GammaDistribution gamma = new GammaDistribution(null, yhat / ratio, ratio);
    double low = mayBeZero ? 0 : gamma.inverseCumulativeProbability(tail);
    return new double[] {low, gamma.inverseCumulativeProbability(mayBeZero ? share : 1 - tail)};
  }

  /** Variance of the error over the forecast, as the tail of Student's t has it. */
  private double ratio(double tail) {
    double heavier =
        new TDistribution(null, degrees).inverseCumulativeProbability(tail)
            / NORMAL.inverseCumulativeProbability(tail);

    return dispersion * (1 + 1 / observed) * heavier * heavier;
  }
}
