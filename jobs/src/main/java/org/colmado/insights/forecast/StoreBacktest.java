package org.colmado.insights.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The forecasts of a store from many origins, each with the interval that the errors of the origins
 * before it give.
 *
 * @param trials in the order of their origins
 */
record StoreBacktest(List<Trial> trials) {
  /** Origins whose errors an interval is made of at least; before, it is a {@link CountBand}. */
  static final int LEAST_ORIGINS = 8;

  /** Origins further back than this teach an interval nothing. */
  static final int MOST_ORIGINS = 26;

  /**
   * Forecasts from every origin.
   *
   * @param origins in order, each with a day that counts before it
   */
  static StoreBacktest of(
      StoreHistory history, OtherStores others, List<Integer> origins, int horizon) {
    Map<SeriesModel, List<Trial>> byKey = new LinkedHashMap<>();
    Map<Integer, OriginForecast> forecasts = new HashMap<>();
    for (int origin : origins) {
      OriginForecast forecast = OriginForecast.of(history, others, origin, horizon);
      forecasts.put(origin, forecast);
      for (Trial trial : new OriginTrials(forecast).all()) {
        byKey
            .computeIfAbsent(
                new SeriesModel(trial.series(), trial.model()), key -> new ArrayList<>())
            .add(trial);
      }
    }

    List<Trial> trials = new ArrayList<>();
    byKey.values().forEach(ofKey -> trials.addAll(withBands(ofKey, forecasts)));
    return new StoreBacktest(trials);
  }

  private static List<Trial> withBands(List<Trial> trials, Map<Integer, OriginForecast> forecasts) {
    List<Trial> banded = new ArrayList<>();
    Map<List<Integer>, Optional<ErrorBands>> bands = new HashMap<>();
    for (Trial trial : trials) {
      Optional<ErrorBands> ofErrors =
          bands.computeIfAbsent(
              List.of(trial.origin(), trial.weekAhead()),
              key -> bands(trials, trial.origin(), trial.weekAhead()));
      Band band =
          ofErrors.isPresent()
              ? ofErrors.get().band(trial.yhat())
              : CountBand.of(forecasts.get(trial.origin()), trial.series()).around(trial.yhat());
      banded.add(trial.with(band));
    }
    return banded;
  }

  /** What the errors known at an origin say; empty: there are too few origins. */
  static Optional<ErrorBands> bands(List<Trial> trials, int origin, int weekAhead) {
    int oldest = origin - MOST_ORIGINS * ShopDays.WEEK - ShopDays.WEEK;
    List<Trial> recent = trials.stream().filter(trial -> trial.origin() >= oldest).toList();
    List<Trial> known = ErrorBands.known(recent, origin, weekAhead);
    long origins = known.stream().map(Trial::origin).distinct().count();

    return origins < LEAST_ORIGINS ? Optional.empty() : ErrorBands.of(origin, weekAhead, known);
  }

  /** Trials by series and model. */
  Map<SeriesModel, List<Trial>> byKey() {
    Map<SeriesModel, List<Trial>> byKey = new LinkedHashMap<>();
    for (Trial trial : trials) {
      byKey
          .computeIfAbsent(new SeriesModel(trial.series(), trial.model()), key -> new ArrayList<>())
          .add(trial);
    }
    return byKey;
  }
}
