package org.colmado.insights.forecast.season;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.colmado.insights.forecast.fit.LogLinear;
import org.colmado.insights.statistics.FalseDiscovery;
import org.colmado.insights.table.Seasonality;

/**
 * The effects of a season, from a regression with the season and one without it. The season is
 * tested as a whole by the F test of the two deviances with the dispersion seen (McCullagh and
 * Nelder 1989, chapter 9; Venables and Ripley 2002, section 7.5), each phase by its standard error,
 * with the false-discovery rate held over the phases. The strength is 1 - Var(remainder) /
 * Var(season and remainder) (Hyndman and Athanasopoulos, section 4.3), with variances divided by
 * their degrees of freedom, so that many phases without effect give a strength of 0.
 *
 * @param with regression with the season: one column for each phase but the first
 * @param without the same regression without the season
 * @param from index of the season's first column
 * @param degrees residual degrees of freedom; if 0, bounds and tests are NaN
 */
record SeasonFit(PhasedValues phased, LogLinear with, LogLinear without, int from, int degrees) {
  private static final double HIGH = 0.975;

  List<SeasonPhase> phases() {
    int phases = phased.names().size();
    double dispersion = degrees > 0 ? with.pearson() / degrees : Double.NaN;
    double[] shares =
        IntStream.range(0, phases)
            .mapToDouble(phase -> phased.count(phase) / (double) with.size())
            .toArray();
    double mean = IntStream.range(0, phases).mapToDouble(i -> shares[i] * Math.exp(log(i))).sum();
    double[] effects =
        IntStream.range(0, phases).mapToDouble(i -> Math.exp(log(i)) / mean).toArray();
    double[] errors = new double[phases];
    double[] p = new double[phases];
    for (int phase = 0; phase < phases; phase++) {
      errors[phase] = Math.sqrt(dispersion * variance(phase, shares, effects));
      p[phase] = tail(Math.log(effects[phase]) / errors[phase]);
    }
    return phases(effects, errors, FalseDiscovery.adjusted(p), seasonP(dispersion));
  }

  private List<SeasonPhase> phases(double[] effects, double[] errors, double[] p, double seasonP) {
    double strength = strength(effects);
    double reach =
        degrees > 0
            ? new TDistribution(null, degrees).inverseCumulativeProbability(HIGH)
            : Double.NaN;
    List<SeasonPhase> found = new ArrayList<>();
    for (int phase = 0; phase < effects.length; phase++) {
      double times = Math.exp(reach * errors[phase]);
      found.add(
          new SeasonPhase(
              phased.season(),
              phased.names().get(phase),
              strength,
              seasonP,
              effects[phase],
              effects[phase] / times,
              effects[phase] * times,
              p[phase],
              phased.count(phase),
              Seasonality.OK));
    }
    return found;
  }

  private double log(int phase) {
    return phase == 0 ? 0 : with.coefficient(from + phase - 1);
  }

  /** Variance of the logarithm of an effect by the delta method, for a dispersion of 1. */
  private double variance(int phase, double[] shares, double[] effects) {
    double[] slope = new double[effects.length];
    for (int j = 0; j < slope.length; j++) {
      slope[j] = (j == phase ? 1 : 0) - shares[j] * effects[j];
    }
    double variance = 0;
    for (int a = 1; a < slope.length; a++) {
      for (int b = 1; b < slope.length; b++) {
        variance += slope[a] * slope[b] * with.covariance(from + a - 1, from + b - 1);
      }
    }
    return variance;
  }

  private double seasonP(double dispersion) {
    if (degrees <= 0 || !(dispersion > 0)) {
      return Double.NaN;
    }

    double gain = Math.max(0, without.deviance() - with.deviance());
    double f = gain / phased.columns() / dispersion;
    return 1 - new FDistribution(null, phased.columns(), degrees).cumulativeProbability(f);
  }

  private double tail(double t) {
    return degrees > 0 && Double.isFinite(t)
        ? 2 * new TDistribution(null, degrees).cumulativeProbability(-Math.abs(t))
        : Double.NaN;
  }

  private double strength(double[] effects) {
    double remainder = 0;
    double square = 0;
    double sum = 0;
    int n = with.size();
    for (int i = 0; i < n; i++) {
      double season = effects[phased.at().get(i)];
      double both = season * with.observed(i) / with.mean(i);
      remainder += (both - season) * (both - season);
      square += both * both;
      sum += both;
    }
    double ofBoth = (square - sum * sum / n) / (n - 1);
    double ofRemainder = remainder / (n - 1 - phased.columns());
    boolean isMeasurable = degrees > 0 && ofBoth > 0;
    return isMeasurable ? Math.max(0, 1 - ofRemainder / ofBoth) : Double.NaN;
  }
}
