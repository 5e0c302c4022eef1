package org.colmado.insights.forecast.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.SellingHours;

/**
 * The daily models of one measure at one origin, and their combination: the median of three
 * different ones, {@link Hierarchy}, {@link SmoothedLog} and {@link Theta}. A pooled forest, which
 * corrects the hierarchy, takes the hierarchy's place if there is one; if at least three stores
 * taught it, it and the pooled ridge regression stand beside the three. With fewer than eight weeks
 * of history, only the hierarchy and {@link HourShape} are used.
 */
record DayModels(MeasureHistory past, SellingHours slots, int horizon, boolean isTaughtByMany) {
  private static final int ALL_FROM_DAYS = 56;

  /** Models of the combination; a pooled forest takes the place of the first. */
  private static final List<ModelName> COMBINED =
      List.of(ModelName.HIERARCHY, ModelName.ETS_LOG, ModelName.THETA);

  /** Whether there is enough history for all models and for calendar effects. */
  boolean areAll() {
    return past.counted(past.origin()).size() >= ALL_FROM_DAYS;
  }

  /**
   * Daily totals by model. Effects are divided out of the history first and multiplied back into
   * the forecast.
   *
   * @param factors combined effect of each day; 1 is none
   */
  Map<ModelName, double[]> days(double[] factors) {
    MeasureHistory calm = past.without(factors);
    Map<ModelName, double[]> days = new LinkedHashMap<>();
    for (ModelName model : areAll() ? ModelName.ofDays() : COMBINED.subList(0, 1)) {
      days.put(model, moved(model.days(calm, horizon), factors));
    }
    return days;
  }

  private double[] moved(double[] calm, double[] factors) {
    double[] days = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      boolean isOpen = slots.isOpen(past.origin() + h);
      days[h] = isOpen ? Math.max(0, calm[h]) * factors[past.origin() + h] : 0;
    }
    return days;
  }

  double[] onlyOpen(double[] days) {
    double[] open = new double[horizon];
    Arrays.setAll(open, h -> slots.isOpen(past.origin() + h) ? days[h] : 0);
    return open;
  }

  /** The median of the models that take part in the combination. */
  double[] combined(Map<ModelName, double[]> days) {
    List<double[]> members = members(days);
    double[] median = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      int at = h;
      double[] sorted = members.stream().mapToDouble(member -> member[at]).sorted().toArray();
      int n = sorted.length;
      median[h] = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
    return median;
  }

  private List<double[]> members(Map<ModelName, double[]> days) {
    if (!areAll()) {
      return List.of(days.get(COMBINED.get(0)), days.get(ModelName.POISSON));
    }

    ModelName forest = ModelName.FOREST;
    Stream<ModelName> own =
        days.containsKey(forest) && !isTaughtByMany ? COMBINED.stream().skip(1) : COMBINED.stream();
    Stream<ModelName> taught =
        isTaughtByMany ? Stream.of(forest, ModelName.RIDGE) : Stream.of(forest);
    return Stream.concat(own, taught.filter(days::containsKey)).map(days::get).toList();
  }
}
