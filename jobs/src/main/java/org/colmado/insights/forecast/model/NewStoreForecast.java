package org.colmado.insights.forecast.model;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.colmado.insights.forecast.history.MeasureHistory;

/**
 * The forecast for a store with less than three weeks of history, if there are other stores: its
 * own level times the typical week of the others, updated by its own sales. Each hour of a weekday
 * is the posterior mean of a Poisson rate under a gamma prior; the prior weighs as much as two
 * days.
 *
 * @param clock hour on the clock of a place in the business day
 */
record NewStoreForecast(MeasureHistory past, TypicalWeek others, IntUnaryOperator clock) {
  private static final double DAYS_OF_OTHERS = 2;

  /** Values of the hours of a future day, by index in the business day. */
  double[] hours(int day) {
    int weekday = past.shop().weekday(day);
    double level = level();
    List<Integer> own =
        past.counted(past.origin()).stream()
            .filter(counted -> past.shop().weekday(counted) == weekday)
            .toList();

    return IntStream.range(0, MeasureHistory.HOURS)
        .mapToDouble(
            hour -> {
              double sold = own.stream().mapToDouble(like -> past.value(like, hour)).sum();
              double thought = level * share(weekday, hour);
              return (sold + DAYS_OF_OTHERS * thought) / (own.size() + DAYS_OF_OTHERS);
            })
        .toArray();
  }

  /** Expected sales of a full week at the level of the observed days. */
  private double level() {
    double sold = 0;
    double share = 0;
    for (int day : past.counted(past.origin())) {
      sold += past.total(day);
      for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
        share += share(past.shop().weekday(day), hour);
      }
    }
    return share > 0 ? sold / share : 0;
  }

  private double share(int weekday, int hour) {
    return others.share(weekday, clock.applyAsInt(hour));
  }
}
