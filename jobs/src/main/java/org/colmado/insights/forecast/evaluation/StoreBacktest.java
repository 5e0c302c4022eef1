package org.colmado.insights.forecast.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.model.CrossStoreForecasts;
import org.colmado.insights.forecast.model.OriginForecast;

/**
 * The back-test forecasts of a store from many origins. Each interval is made from the errors of
 * earlier origins only.
 *
 * @param trials in the order of their origins
 */
public record StoreBacktest(List<BacktestForecast> trials) {
  /**
   * Minimum number of origins for a conformal interval; with fewer, {@link FirstIntervals} are
   * used.
   */
  static final int MIN_ORIGINS = 8;

  /** Maximum number of recent origins that an interval uses. */
  static final int MAX_ORIGINS = 26;

  /**
   * Forecasts from every origin.
   *
   * @param origins in order, each with a day that counts before it
   */
  public static StoreBacktest of(
      StoreHistory history, CrossStoreForecasts others, List<Integer> origins, int horizon) {
    Map<SeriesModel, List<BacktestForecast>> byKey = new LinkedHashMap<>();
    Map<Integer, OriginForecast> forecasts = new HashMap<>();
    for (int origin : origins) {
      OriginForecast forecast = OriginForecast.of(history, others, origin, horizon);
      forecasts.put(origin, forecast);
      for (BacktestForecast trial : new OriginBacktest(forecast).all()) {
        byKey
            .computeIfAbsent(
                new SeriesModel(trial.series(), trial.model()), key -> new ArrayList<>())
            .add(trial);
      }
    }

    List<BacktestForecast> trials = new ArrayList<>();
    byKey.values().forEach(ofKey -> trials.addAll(withBands(ofKey, forecasts)));
    return new StoreBacktest(trials);
  }

  private static List<BacktestForecast> withBands(
      List<BacktestForecast> trials, Map<Integer, OriginForecast> forecasts) {
    List<BacktestForecast> banded = new ArrayList<>();
    Map<List<Integer>, Optional<ConformalIntervals>> bands = new HashMap<>();
    Map<Integer, CountInterval> first = new HashMap<>();
    for (BacktestForecast trial : trials) {
      Optional<ConformalIntervals> ofErrors =
          bands.computeIfAbsent(
              List.of(trial.origin(), trial.weekAhead()),
              key -> bands(trials, trial.origin(), trial.weekAhead()));
      PredictionInterval band =
          ofErrors.isPresent()
              ? ofErrors.get().band(trial.yhat(), trial.isNearHoliday())
              : first
                  .computeIfAbsent(
                      trial.origin(),
                      origin -> FirstIntervals.of(forecasts.get(origin), trial.series()))
                  .around(trial.yhat(), trial.isNearHoliday());
      banded.add(trial.with(band));
    }
    return banded;
  }

  /** Conformal intervals from the errors known at an origin; empty if there are too few origins. */
  static Optional<ConformalIntervals> bands(
      List<BacktestForecast> trials, int origin, int weekAhead) {
    int oldest = origin - MAX_ORIGINS * ShopDays.WEEK - ShopDays.WEEK;
    List<BacktestForecast> recent =
        trials.stream().filter(trial -> trial.origin() >= oldest).toList();
    List<BacktestForecast> known = ConformalIntervals.known(recent, origin, weekAhead);
    long origins = known.stream().map(BacktestForecast::origin).distinct().count();

    return origins < MIN_ORIGINS
        ? Optional.empty()
        : ConformalIntervals.of(origin, weekAhead, known);
  }

  /** Forecasts by series and model. */
  public Map<SeriesModel, List<BacktestForecast>> byKey() {
    Map<SeriesModel, List<BacktestForecast>> byKey = new LinkedHashMap<>();
    for (BacktestForecast trial : trials) {
      byKey
          .computeIfAbsent(new SeriesModel(trial.series(), trial.model()), key -> new ArrayList<>())
          .add(trial);
    }
    return byKey;
  }
}
