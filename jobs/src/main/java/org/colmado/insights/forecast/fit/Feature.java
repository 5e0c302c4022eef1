package org.colmado.insights.forecast.fit;

/**
 * Something an observation has, for {@link ShrunkenPoisson}.
 *
 * @param width how far its coefficient is thought to be from 0: a standard deviation
 * @param value what the coefficient is multiplied by
 */
public record Feature(String name, double width, double value) {
  /** Present: 1. */
  public static Feature of(String name, double width) {
    return new Feature(name, width, 1);
  }
}
