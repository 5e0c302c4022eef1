package org.colmado.insights.forecast.pooled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;

/**
 * The features of a day as seen from an earlier origin, scaled so that they mean the same for every
 * store: position in week, month and year, calendar effects, ratios to a year ago, and recent
 * momentum. A ratio that cannot be computed is 1.
 */
final class DayFeatures {
  /** Days; the same weekday a year ago. */
  private static final int YEAR = 364;

  private static final double DAYS_OF_YEAR = 365.25;
  private static final int MONTH = 28;
  private static final int QUARTER = 84;
  private static final int FORTNIGHT = 14;
  private static final int NEAR = 3;
  private static final int FEW = 4;
  private static final int MANY = 8;
  private static final double MIN_LOG = Math.log(0.2);
  private static final double MAX_LOG = Math.log(5);

  private final MeasureHistory past;
  private final double[] lately;

  private DayFeatures(MeasureHistory past, double[] lately) {
    this.past = past;
    this.lately = lately;
  }

  /** Computes the recent momentum once: it is the same for all future days. */
  static DayFeatures of(MeasureHistory past) {
    int origin = past.origin();
    List<Integer> alike = past.similarDays(origin, MANY);
    double[] lately = {
      ratio(mean(past, origin - ShopDays.WEEK, origin), mean(past, origin - MONTH, origin)),
      ratio(mean(past, origin - MONTH, origin), mean(past, origin - QUARTER, origin)),
      momentum(past, 1),
      momentum(past, ShopDays.WEEK),
      momentum(past, FORTNIGHT),
      alike.isEmpty() ? 1 : ratio(past.total(alike.get(0)), mean(past, alike))
    };
    return new DayFeatures(past, lately);
  }

  /** Features for tree models. */
  List<Double> features(int day, boolean isTickets) {
    List<Double> features = new ArrayList<>(numbers(day));
    features.add((double) past.shop().weekday(day));
    features.add((double) payday(day));
    features.add((double) past.shop().on(day).getDayOfMonth());
    features.add(isTickets ? 0.0 : 1.0);
    for (double ratio : ratios(day)) {
      features.add(ratio);
    }
    return features;
  }

  /** Features for linear models: indicators for weekday and payday phase, logarithms of ratios. */
  List<Double> design(int day, boolean isTickets) {
    List<Double> design = new ArrayList<>(numbers(day));
    addIndicators(design, past.shop().weekday(day), ShopDays.WEEK);
    addIndicators(design, payday(day), Effect.PAYDAY_PHASES.size());
    double ahead = (double) (day - past.origin()) / FORTNIGHT;
    for (double ratio : ratios(day)) {
      double log = Math.min(MAX_LOG, Math.max(MIN_LOG, Math.log(ratio)));
      design.add(log);
      design.add(log * ahead);
    }
    design.add(isTickets ? 0.0 : 1.0);
    return design;
  }

  private List<Double> numbers(int day) {
    double turn = 2 * Math.PI * past.shop().on(day).getDayOfYear() / DAYS_OF_YEAR;

    return List.of(
        (double) (day - past.origin()),
        flag(day, Effect.HOLIDAY.name()),
        flag(day, Effect.EVE),
        flag(day, Effect.BRIDGE.name()),
        past.shop().isSpecial(day) ? 1.0 : 0.0,
        Math.sin(turn),
        Math.cos(turn));
  }

  private double flag(int day, String effect) {
    return past.shop().effects(day).stream().anyMatch(it -> it.name().equals(effect)) ? 1 : 0;
  }

  /** Index in {@link Effect#PAYDAY_PHASES}; -1 if the calendar has no paydays. */
  private int payday(int day) {
    return past.shop().effects(day).stream()
        .mapToInt(effect -> Effect.PAYDAY_PHASES.indexOf(effect.name()))
        .max()
        .orElse(-1);
  }

  private static void addIndicators(List<Double> design, int place, int places) {
    IntStream.range(0, places).forEach(i -> design.add(i == place ? 1.0 : 0.0));
  }

  private double[] ratios(int day) {
    List<Integer> alike = past.similarDays(day, MANY);
    double few = mean(past, alike.subList(0, Math.min(FEW, alike.size())));
    double[] ratios = Arrays.copyOf(lately, lately.length + 3);
    ratios[lately.length] = ratio(few, mean(past, alike));
    ratios[lately.length + 1] = yearAgoWeek(day);
    ratios[lately.length + 2] = yearAgoDay(day);
    return ratios;
  }

  /**
   * Sales of the week around the day a year ago, divided by the month before the origin a year ago.
   */
  private double yearAgoWeek(int day) {
    int then = day - YEAR;
    int origin = past.origin() - YEAR;

    return ratio(mean(past, then - NEAR, then + NEAR + 1), mean(past, origin - MONTH, origin));
  }

  /** Sales of the day a year ago, divided by the same weekday in the weeks around it. */
  private double yearAgoDay(int day) {
    int then = day - YEAR;
    if (then < 0 || !past.shop().counts(then)) {
      return 1;
    }

    List<Integer> around =
        IntStream.of(-2, -1, 1, 2)
            .map(week -> then + week * ShopDays.WEEK)
            .filter(near -> near >= 0 && near < past.origin() && past.shop().counts(near))
            .boxed()
            .toList();
    return ratio(past.total(then), mean(past, around));
  }

  /** Sales of the last days that count, divided by the earlier mean of their weekdays. */
  private static double momentum(MeasureHistory past, int days) {
    double sold = 0;
    double usual = 0;
    List<Integer> recent = past.counted(QUARTER);
    for (int day : recent.subList(Math.max(0, recent.size() - days), recent.size())) {
      List<Integer> alike = past.similarDays(day, FEW);
      if (!alike.isEmpty()) {
        sold += past.total(day);
        usual += mean(past, alike);
      }
    }
    return ratio(sold, usual);
  }

  private static double mean(MeasureHistory past, int from, int to) {
    return mean(past, past.shop().counted(from, Math.min(to, past.origin())));
  }

  private static double mean(MeasureHistory past, List<Integer> days) {
    return days.stream().mapToDouble(past::total).average().orElse(0);
  }

  private static double ratio(double of, double over) {
    return of > 0 && over > 0 ? of / over : 1;
  }
}
