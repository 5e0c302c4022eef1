package org.colmado.insights.forecast.evaluation;

import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.model.Dispersion;
import org.colmado.insights.forecast.model.OriginForecast;
import org.colmado.insights.table.DemandForecast;

/**
 * The prediction interval of a forecast without past errors: quantiles of a gamma distribution
 * whose mean is the forecast and whose variance is the forecast times the dispersion, a continuous
 * form of the negative binomial.
 *
 * @param dispersion variance over mean
 */
public record CountInterval(double dispersion) {
  /** The interval of a series by its dispersion before the origin. */
  public static CountInterval of(OriginForecast forecast, ForecastSeries series) {
    boolean isTickets = series.measure().equals(DemandForecast.TICKETS);
    MeasureHistory past = (isTickets ? forecast.tickets() : forecast.revenue()).past();
    List<Integer> days = past.counted(past.origin());
    double dispersion =
        series.granularity() == Granularity.HOUR
            ? Dispersion.ofHours(past, days)
            : Dispersion.ofDays(past, days);

    return new CountInterval(dispersion);
  }

  /** The interval of a forecast; all bounds are 0 for a forecast of 0. */
  public PredictionInterval around(double yhat) {
    if (yhat <= 0) {
      return new PredictionInterval(0, 0, 0, 0);
    }

    GammaDistribution gamma = new GammaDistribution(null, yhat / dispersion, dispersion);
    return PredictionInterval.around(
        yhat, at(gamma, 0.025), at(gamma, 0.1), at(gamma, 0.9), at(gamma, 0.975));
  }

  private static double at(GammaDistribution gamma, double level) {
    return gamma.inverseCumulativeProbability(level);
  }
}
