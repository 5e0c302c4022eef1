package org.colmado.insights.forecast.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.colmado.insights.forecast.history.MeasureHistory;

/**
 * The forecast models, by their names in result tables. {@code docs/forecasting.md} describes each
 * one. A new daily model is a {@link DayModel} and an entry here: every back-test then includes it.
 */
public enum ModelName {
  SEASONAL_NAIVE,
  MEAN_4_WEEKS,
  RECENCY_WEIGHTED,
  MEAN,
  POISSON,
  HIERARCHY(new Hierarchy(true)),
  ETS_LOG(new SmoothedLog()),
  THETA(new Theta()),
  BOOSTED,
  FOREST,
  POOLED_POISSON,
  RIDGE,
  COMBINED,
  /** The combined model with weather and events. */
  COMBINED_OUTSIDE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** Null for all but daily models, which are records without state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final DayModel dayModel;

  ModelName() {
    this(null);
  }

  ModelName(DayModel dayModel) {
    this.dayModel = dayModel;
  }

  /** The models that forecast the daily totals of one store, in order. */
  static List<ModelName> ofDays() {
    return Arrays.stream(values()).filter(name -> name.dayModel != null).toList();
  }

  /** Daily totals by this model; see {@link DayModel#days}. */
  double[] days(MeasureHistory past, int horizon) {
    return dayModel.days(past, horizon);
  }

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
