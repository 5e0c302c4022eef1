package org.colmado.insights.forecast.model;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.colmado.insights.forecast.history.MeasureHistory;

/**
 * The reference models that every other model has to beat. They forecast each hour from the same
 * hour of similar days; a day is the sum of its hours.
 */
enum SimpleModels {
  /** The last day of the same weekday. */
  SEASONAL_NAIVE(ModelName.SEASONAL_NAIVE, 1, 0),
  /** The mean of the last four days of the same weekday. */
  MEAN_4_WEEKS(ModelName.MEAN_4_WEEKS, 4, 0),
  /** The mean of the same weekday over 13 weeks; each week back weighs a fifth less. */
  RECENCY_WEIGHTED(ModelName.RECENCY_WEIGHTED, 13, 0.2),
  /** The mean of all days of the last eight weeks: the reference without skill. */
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

  /** Values of the hours of a future day. */
  double[] hours(MeasureHistory past, int day) {
    double[] hours = new double[MeasureHistory.HOURS];
    for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
      int at = hour;
      hours[hour] = mean(past, day, like -> past.value(like, at));
    }
    return hours;
  }

  private double mean(MeasureHistory past, int day, ToDoubleFunction<Integer> value) {
    List<Integer> alike = this == MEAN ? past.counted(most) : past.similarDays(day, most);
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
