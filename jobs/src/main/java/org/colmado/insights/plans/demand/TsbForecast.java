package org.colmado.insights.plans.demand;

/**
 * The TSB forecast of intermittent demand: probability of a day with demand times demand size, each
 * exponentially smoothed. The probability falls on every day without demand, so an obsolete product
 * fades out. Source: Teunter, Syntetos and Babai, European Journal of Operational Research 2011,
 * 214:606.
 *
 * @param size smoothing constant of the demand size, above 0 to 1
 * @param chance smoothing constant of the probability, above 0 to 1
 */
public record TsbForecast(double size, double chance) {

  /**
   * Expected units per day after the end of the series.
   *
   * @param days units by day, NaN if not known; smoothing starts from their mean
   */
  public double level(double[] days) {
    double units = 0;
    int known = 0;
    int sold = 0;
    for (double day : days) {
      if (!Double.isNaN(day)) {
        known++;
        sold += day > 0 ? 1 : 0;
        units += Math.max(0, day);
      }
    }
    return sold == 0 ? 0 : smoothed(days, units / sold, sold / (double) known);
  }

  private double smoothed(double[] days, double meanSize, double share) {
    double nextSize = meanSize;
    double nextChance = share;
    for (double day : days) {
      if (!Double.isNaN(day)) {
        nextChance += chance * ((day > 0 ? 1 : 0) - nextChance);
        nextSize += day > 0 ? size * (day - nextSize) : 0;
      }
    }
    return nextChance * nextSize;
  }
}
