package org.colmado.insights.forecast.model;

import java.util.Locale;

/**
 * The names of the forecast models in result tables. {@code docs/forecasting.md} describes each
 * model.
 */
public enum ModelName {
  SEASONAL_NAIVE,
  MEAN_4_WEEKS,
  RECENCY_WEIGHTED,
  MEAN,
  POISSON,
  HIERARCHY,
  ETS_LOG,
  THETA,
  BOOSTED,
  FOREST,
  POOLED_POISSON,
  RIDGE,
  COMBINED,
  /** The combined model with weather and events. */
  COMBINED_OUTSIDE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** As result tables have it. */
  public String code() {
    return code;
  }

  /**
   * The model of a name in result tables.
   *
   * @throws IllegalArgumentException if there is no such model
   */
  public static ModelName of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
