package org.colmado.insights.forecast.season;

import org.colmado.insights.table.Seasonality;

/**
 * The effect of one phase of a season, a row of {@link Seasonality}.
 *
 * @param strength NaN: not measurable
 * @param seasonP p-value of the whole season; NaN: no test
 * @param effect sales relative to the mean over the season; NaN: not known
 * @param low lower 95 % bound; NaN: not known
 * @param high upper 95 % bound; NaN: not known
 * @param p p-value of the phase, adjusted for their number; NaN: no test
 * @param days the phase was seen on
 */
public record SeasonPhase(
    String season,
    String phase,
    double strength,
    double seasonP,
    double effect,
    double low,
    double high,
    double p,
    int days,
    String status) {
  private static final double LEVEL = 0.05;

  /** A season that cannot be estimated. */
  static SeasonPhase unknown(String season, int days, String status) {
    double no = Double.NaN;

    return new SeasonPhase(season, Seasonality.NO_PHASE, no, no, no, no, no, no, days, status);
  }

  /** Whether season and phase are both statistically significant. */
  public boolean isSignificant() {
    return seasonP <= LEVEL && p <= LEVEL;
  }

  SeasonPhase with(int otherDays, String otherStatus) {
    return new SeasonPhase(
        season, phase, strength, seasonP, effect, low, high, p, otherDays, otherStatus);
  }
}
