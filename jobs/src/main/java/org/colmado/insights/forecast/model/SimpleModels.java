package org.colmado.insights.forecast.model;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.colmado.insights.forecast.history.MeasureHistory;

/**
 * What every forecast has to beat, by the same hours of days alike: hours first, days are their
 * sum.
 */
enum SimpleModels {
  /** The last day of the same weekday. */
  SEASONAL_NAIVE(ModelName.SEASONAL_NAIVE, 1, 0),
  /** The mean of the last four days of the same weekday. */
  MEAN_4_WEEKS(ModelName.MEAN_4_WEEKS, 4, 0),
  /** Their mean over 13 weeks, each week back counting a fifth less. */
  RECENCY_WEIGHTED(ModelName.RECENCY_WEIGHTED, 13, 0.2),
  /** The mean of the last eight weeks, whatever the weekday: no skill at all. */
  MEAN(ModelName.MEAN, 56, 0);

  private final ModelName model;
  private final int most;
  private final double forgetting;

  SimpleModels(ModelName model, int most, double forgetting) {
    this.model = model;
    this.most = most;
    this.forgetting = forgetting;
  }

  ModelName model() {
    return model;
  }

  /** Hours of a day to come. */
  double[] hours(MeasureHistory past, int day) {
    double[] hours = new double[MeasureHistory.HOURS];
    for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
      int at = hour;
      hours[hour] = mean(past, day, like -> past.value(like, at));
    }
    return hours;
  }

  private double mean(MeasureHistory past, int day, ToDoubleFunction<Integer> value) {
    List<Integer> alike = this == MEAN ? past.counted(most) : past.alike(day, most);
    double sum = 0;
    double weights = 0;
    double weight = 1;
    for (int like : alike) {
      sum += weight * value.applyAsDouble(like);
      weights += weight;
      weight *= 1 - forgetting;
    }
    return weights > 0 ? sum / weights : 0;
  }
}
