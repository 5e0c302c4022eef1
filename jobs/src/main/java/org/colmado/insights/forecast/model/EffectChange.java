package org.colmado.insights.forecast.model;

/**
 * What something does to a day.
 *
 * @param log logarithm of the factor
 * @param deviation its standard deviation; 0: nothing is changed
 */
public record EffectChange(double log, double deviation) {
  /** Of a standard normal one in ten is beyond it. */
  public static final double TENTH = 1.2816;

  private static final double FORTIETH = 1.96;

  /** Whether the factor is not 1, as 19 of 20 such intervals would say. */
  public boolean isClear() {
    return Math.abs(log) > FORTIETH * deviation;
  }

  /** Both, independent of one another. */
  public EffectChange and(EffectChange other) {
    return new EffectChange(log + other.log, Math.hypot(deviation, other.deviation));
  }

  public double times() {
    return Math.exp(log);
  }

  /**
   * Where the lower bound of an 80 % interval comes to lie: as far below its forecast in proportion
   * as before, and further as the factor is not sure.
   *
   * @param forecast as planned, more than 0
   * @param bound as planned, the forecast at most
   */
  public double low(double forecast, double bound) {
    return forecast * times() * Math.exp(-reach(forecast, bound));
  }

  /** The same of the upper bound. */
  public double high(double forecast, double bound) {
    return forecast * times() * Math.exp(reach(forecast, bound));
  }

  private double reach(double forecast, double bound) {
    return Math.hypot(Math.log(bound / forecast), TENTH * deviation);
  }
}
