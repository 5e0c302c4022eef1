package org.colmado.insights.forecast.model;

import java.util.Locale;

/**
 * The models, by the names that result tables have for them: docs/forecasting.md says what each
 * does.
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
  /** The combined one, knowing weather and events. */
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
