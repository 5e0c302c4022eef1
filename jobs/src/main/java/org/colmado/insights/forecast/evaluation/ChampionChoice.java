package org.colmado.insights.forecast.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.colmado.insights.forecast.model.ModelName;

/**
 * Chooses the model of a series: the combined model, unless a challenger has a clearly smaller
 * error over many origins. Choosing the best model of the recent past gains nothing, as differences
 * of a few percent are chance.
 *
 * <p>The combined model uses weather and events if that lowers its daily error by at least one
 * percent. The two versions are the same model on the same days, so their difference is much less
 * noisy than that of two models. Hours follow the decision for days, as they are too noisy; weeks
 * follow every decision for days, as they are their sum.
 */
final class ChampionChoice {
  private static final int MIN_ORIGINS = 16;
  private static final double CLEARLY_LESS = 0.9;
  private static final double LESS = 0.99;

  private ChampionChoice() {}

  /** Name of the champion. */
  static ModelName of(ForecastSeries series, Map<SeriesModel, Accuracy> byKey) {
    if (series.granularity() == Granularity.WEEK) {
      return of(new ForecastSeries(Granularity.DAY, series.measure()), byKey);
    }

    Accuracy combined = byKey.get(new SeriesModel(series, ModelName.COMBINED));
    if (combined == null || combined.origins() < MIN_ORIGINS || combined.scored() == 0) {
      return ModelName.COMBINED;
    }

    ModelName usual =
        isImprovedByExternal(series.measure(), byKey)
            ? ModelName.COMBINED_OUTSIDE
            : ModelName.COMBINED;
    double least = CLEARLY_LESS * byKey.get(new SeriesModel(series, usual)).wape();
    List<Map.Entry<SeriesModel, Accuracy>> better =
        byKey.entrySet().stream()
            .filter(entry -> entry.getKey().series().equals(series))
            .filter(entry -> entry.getValue().wape() < least)
            .toList();
    return better.stream()
        .min(Comparator.comparingDouble(entry -> entry.getValue().wape()))
        .map(entry -> entry.getKey().model())
        .orElse(usual);
  }

  private static boolean isImprovedByExternal(String measure, Map<SeriesModel, Accuracy> byKey) {
    ForecastSeries days = new ForecastSeries(Granularity.DAY, measure);
    Accuracy without = byKey.get(new SeriesModel(days, ModelName.COMBINED));
    Accuracy with = byKey.get(new SeriesModel(days, ModelName.COMBINED_OUTSIDE));

    return with != null && with.wape() < LESS * without.wape();
  }
}
