package org.colmado.insights.plans.demand;

/**
 * Mean demand a day of what is asked for now and then: the chance of a day with demand and the size
 * of such demand, each smoothed by itself. The chance goes down on every day without demand, so
 * that what nobody wants any more fades. Source: Teunter, Syntetos and Babai, European Journal of
 * Operational Research 2011, 214:606.
 *
 * @param size weight of the newest size, above 0 to 1
 * @param chance weight of the newest day, above 0 to 1
 */
public record TsbForecast(double size, double chance) {

  /**
   * Units a day after the last of these days.
   *
   * @param days units by day, NaN where not known; begins from their own mean
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
