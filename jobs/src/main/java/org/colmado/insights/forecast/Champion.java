package org.colmado.insights.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.colmado.insights.forecast.Trial.Series;

/**
 * Which model of a series is used: the combined one, unless another erred less by a clear margin
 * over many origins. Picking whoever was best lately gains nothing, and differences of a few
 * percent are chance.
 */
final class Champion {
  private static final int LEAST_ORIGINS = 16;
  private static final double CLEARLY_LESS = 0.9;

  private Champion() {}

  /** The model's name. */
  static String of(Series series, Map<StoreBacktest.Key, Accuracy> byKey) {
    Accuracy combined = byKey.get(new StoreBacktest.Key(series, MeasureForecast.COMBINED));
    if (combined == null || combined.origins() < LEAST_ORIGINS || combined.scored() == 0) {
      return MeasureForecast.COMBINED;
    }

    List<Map.Entry<StoreBacktest.Key, Accuracy>> better =
        byKey.entrySet().stream()
            .filter(entry -> entry.getKey().series().equals(series))
            .filter(entry -> entry.getValue().wape() < CLEARLY_LESS * combined.wape())
            .toList();
    return better.stream()
        .min(Comparator.comparingDouble(entry -> entry.getValue().wape()))
        .map(entry -> entry.getKey().model())
        .orElse(MeasureForecast.COMBINED);
  }
}
