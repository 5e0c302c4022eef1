package org.colmado.insights.forecast.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.SellingHours;

/**
 * The forecasts of one measure at one origin by every model: daily totals and their hours.
 *
 * <p>The combined daily forecast is that of {@link DayModels}; calendar effects are divided out
 * before and multiplied back after ({@link CalendarRegression}). The day is split over its hours by
 * {@link HourShape}. With less than three weeks of history the forecast is the recency-weighted
 * mean, or {@link NewStoreForecast} if there are other stores. If weather or events of the store
 * are known, a second combined forecast uses them as well.
 */
public final class MeasureForecast {
  /** With fewer days that count, the status is low data. */
  public static final int MIN_DAYS = 28;

  private static final int SHAPE_FROM_DAYS = 21;

  private final MeasureHistory past;
  private final SellingHours slots;
  private final int horizon;
  private final DayModels models;
  private final Map<ModelName, double[]> days = new LinkedHashMap<>();
  private final Map<ModelName, double[][]> hours = new LinkedHashMap<>();
  private double[] factors = new double[0];

  private MeasureForecast(
      MeasureHistory past, SellingHours slots, int horizon, boolean isTaughtByMany) {
    this.past = past;
    this.slots = slots;
    this.horizon = horizon;
    this.models = new DayModels(past, slots, horizon, isTaughtByMany);
  }

  /**
   * What the other stores contribute to the forecast of one store.
   *
   * @param days totals by pooled model; may be empty
   * @param isFromMany at least three stores taught those models
   * @param newStore forecast for a store with hardly any history; empty if there is no other store
   */
  record CrossStoreInput(
      Map<ModelName, double[]> days, boolean isFromMany, Optional<NewStoreForecast> newStore) {}

  /**
   * Forecasts.
   *
   * @param past with a day that counts
   * @param slots selling hours by tickets, the same for every measure
   */
  static MeasureForecast of(
      MeasureHistory past, SellingHours slots, int horizon, CrossStoreInput taught) {
    MeasureForecast forecast = new MeasureForecast(past, slots, horizon, taught.isFromMany());
    for (SimpleModels model : SimpleModels.values()) {
      forecast.addSimple(model);
    }

    Optional<CalendarRegression> calendar =
        forecast.models.areAll() ? Optional.of(CalendarRegression.of(past)) : Optional.empty();
    forecast.factors = forecast.factors(calendar);
    if (past.counted(past.origin()).size() < SHAPE_FROM_DAYS) {
      forecast.addHours(ModelName.COMBINED, forecast.newStoreHours(taught));
    } else {
      forecast.addFitted(taught.days());
    }
    if (past.shop().hasExternalEffects()) {
      forecast.addExternal(calendar.map(of -> of.with(past, Effect.OUTSIDE)));
    }
    return forecast;
  }

  private double[] factors(Optional<CalendarRegression> calendar) {
    double[] ones = new double[past.origin() + horizon];
    Arrays.fill(ones, 1);
    double[] effects = calendar.map(of -> of.factors(0, ones.length)).orElse(ones);

    return LevelChange.of(past.without(effects))
        .map(change -> change.into(effects))
        .orElse(effects);
  }

  private void addSimple(SimpleModels model) {
    double[][] ofModel = new double[horizon][];
    for (int h = 0; h < horizon; h++) {
      ofModel[h] = onlyCandidates(past.origin() + h, model.hours(past, past.origin() + h));
    }
    addHours(model.model(), ofModel);
  }

  private double[][] newStoreHours(CrossStoreInput taught) {
    if (taught.newStore().isEmpty()) {
      return hours.get(SimpleModels.RECENCY_WEIGHTED.model());
    }

    double[][] ofStore = new double[horizon][];
    for (int h = 0; h < horizon; h++) {
      int day = past.origin() + h;
      ofStore[h] = onlyCandidates(day, taught.newStore().get().hours(day));
    }
    return ofStore;
  }

  private void addFitted(Map<ModelName, double[]> pooled) {
    HourShape shape = HourShape.of(past, slots);
    double[][] shapes = new double[horizon][];
    for (int h = 0; h < horizon; h++) {
      shapes[h] = shape.hours(past.origin() + h);
    }
    addHours(ModelName.POISSON, shapes);

    days.putAll(models.days(factors));
    pooled.forEach((model, ofModel) -> days.put(model, models.onlyOpen(ofModel)));
    double[] combined = models.combined(days);
    days.put(ModelName.COMBINED, combined);
    hours.put(ModelName.COMBINED, scaled(shapes, combined));
  }

  /**
   * Adds the combined forecast with weather and events. It is computed at every origin, so that
   * both versions are scored on the same days. It equals the combined forecast if the regression
   * keeps neither group.
   *
   * @param known the fitted effects of calendar, weather and events; empty if there is too little
   *     data
   */
  private void addExternal(Optional<CalendarRegression> known) {
    Optional<double[]> outside =
        known
            .filter(of -> Effect.OUTSIDE.stream().anyMatch(of::includes))
            .map(this::combinedWithExternal);

    days.put(ModelName.COMBINED_OUTSIDE, outside.orElse(days.get(ModelName.COMBINED)));
    hours.put(
        ModelName.COMBINED_OUTSIDE,
        outside
            .map(of -> scaled(hours.get(ModelName.COMBINED), of))
            .orElse(hours.get(ModelName.COMBINED)));
  }

  /**
   * Pooled models do not use weather or events. Their forecast is one for average weather, so the
   * effects of weather and events are multiplied in.
   */
  private double[] combinedWithExternal(CalendarRegression known) {
    Map<ModelName, double[]> members = models.days(known.factors(0, past.origin() + horizon));
    double[] moves = known.factors(past.origin(), past.origin() + horizon, Effect.OUTSIDE);
    for (ModelName taught : List.of(ModelName.FOREST, ModelName.RIDGE)) {
      if (days.containsKey(taught)) {
        double[] moved = days.get(taught).clone();
        Arrays.setAll(moved, h -> moved[h] * moves[h]);
        members.put(taught, moved);
      }
    }
    return models.combined(members);
  }

  private void addHours(ModelName model, double[][] ofModel) {
    hours.put(model, ofModel);
    days.put(model, Arrays.stream(ofModel).mapToDouble(day -> Arrays.stream(day).sum()).toArray());
  }

  private double[] onlyCandidates(int day, double[] ofDay) {
    for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
      ofDay[hour] = slots.isCandidate(day, hour) ? ofDay[hour] : 0;
    }
    return ofDay;
  }

  /** Scales hourly profiles so that each day adds up to its daily total. */
  public static double[][] scaled(double[][] shapes, double[] days) {
    double[][] scaled = new double[days.length][];
    for (int h = 0; h < days.length; h++) {
      double sum = Arrays.stream(shapes[h]).sum();
      double factor = sum > 0 ? days[h] / sum : 0;
      scaled[h] = Arrays.stream(shapes[h]).map(value -> value * factor).toArray();
    }
    return scaled;
  }

  public MeasureHistory past() {
    return past;
  }

  public int horizon() {
    return horizon;
  }

  public SellingHours slots() {
    return slots;
  }

  /** The combined calendar effect of each day, as a factor; 1 is none. */
  double[] factors() {
    return factors;
  }

  /** Totals by model. */
  public Map<ModelName, double[]> days() {
    return days;
  }

  /** Hourly values by model and day; some models have none. */
  public Map<ModelName, double[][]> hours() {
    return hours;
  }
}
