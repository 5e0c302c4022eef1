package org.colmado.insights.forecast.model;

/**
 * The effect of a change on a day's sales.
 *
 * @param log logarithm of the factor
 * @param deviation standard deviation of {@code log}; 0: no change
 */
public record EffectChange(double log, double deviation) {
  /** 90 % quantile of the standard normal distribution. */
  public static final double TENTH = 1.2816;

  private static final double FORTIETH = 1.96;

  /** Whether the 95 % interval of the factor excludes 1. */
  public boolean isClear() {
    return Math.abs(log) > FORTIETH * deviation;
  }

  /** Both changes together, as independent ones. */
  public EffectChange and(EffectChange other) {
    return new EffectChange(log + other.log, Math.hypot(deviation, other.deviation));
  }

  public double times() {
    return Math.exp(log);
  }

  /**
   * The lower 80 % bound after the change: it keeps its relative distance to the forecast, widened
   * by the uncertainty of the factor.
   *
   * @param forecast before the change, more than 0
   * @param bound lower bound before the change, at most the forecast
   */
  public double low(double forecast, double bound) {
    return forecast * times() * Math.exp(-reach(forecast, bound));
  }

  /** The upper 80 % bound after the change. */
  public double high(double forecast, double bound) {
    return forecast * times() * Math.exp(reach(forecast, bound));
  }

  private double reach(double forecast, double bound) {
    return Math.hypot(Math.log(bound / forecast), TENTH * deviation);
  }
}
