package org.colmado.insights.forecast.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.colmado.insights.forecast.model.ModelName;

/**
 * Which model of a series is used: the combined one, unless another erred less by a clear margin
 * over many origins. Picking whoever was best lately gains nothing, and differences of a few
 * percent are chance.
 *
 * <p>Where weather or events are known the combined one goes by them if on days it erred a
 * hundredth less. Both are one model on the same days, so that chance moves their difference far
 * less than that of two models. Days say so for their hours and weeks too: these follow them, hours
 * are too noisy to tell and weeks too few.
 */
final class Champion {
  private static final int LEAST_ORIGINS = 16;
  private static final double CLEARLY_LESS = 0.9;
  private static final double LESS = 0.99;

  private Champion() {}

  /** The model's name. */
  static ModelName of(ForecastSeries series, Map<SeriesModel, Accuracy> byKey) {
    Accuracy combined = byKey.get(new SeriesModel(series, ModelName.COMBINED));
    if (combined == null || combined.origins() < LEAST_ORIGINS || combined.scored() == 0) {
      return ModelName.COMBINED;
    }

    ModelName usual =
        isHelpedByOutside(series.measure(), byKey)
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

  private static boolean isHelpedByOutside(String measure, Map<SeriesModel, Accuracy> byKey) {
    ForecastSeries days = new ForecastSeries(Granularity.DAY, measure);
    Accuracy without = byKey.get(new SeriesModel(days, ModelName.COMBINED));
    Accuracy with = byKey.get(new SeriesModel(days, ModelName.COMBINED_OUTSIDE));

    return with != null && with.wape() < LESS * without.wape();
  }
}
