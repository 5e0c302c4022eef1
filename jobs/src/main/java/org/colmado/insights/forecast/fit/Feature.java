package org.colmado.insights.forecast.fit;

/**
 * A feature of an observation, for {@link ShrunkenPoisson}.
 *
 * @param width standard deviation of the normal prior on its coefficient
 * @param value of the feature; the coefficient is multiplied by it
 */
public record Feature(String name, double width, double value) {
  /** An indicator: the value is 1. */
  public static Feature of(String name, double width) {
    return new Feature(name, width, 1);
  }
}
