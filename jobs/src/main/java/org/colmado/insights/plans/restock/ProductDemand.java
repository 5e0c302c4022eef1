package org.colmado.insights.plans.restock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.colmado.insights.plans.demand.CategoryForecast;
import org.colmado.insights.plans.demand.DailySeries;
import org.colmado.insights.plans.demand.TsbForecast;

/**
 * Demand for one product, learned from its days.
 *
 * <p>The level: {@link TsbForecast} where the mean interval between days with demand is above 1.32
 * days (Syntetos, Boylan and Croston, Journal of the Operational Research Society 2005, 56:495),
 * else a mean that weighs the days less the older they are. The weekday: the product's own, drawn
 * to its category's by as much as it has few sales (gamma-Poisson). The spread: squared distances
 * from that over the mean, drawn a little to 1.5.
 *
 * @param level units of a mean day
 * @param week factor by weekday, 0 Monday
 * @param spread variance over mean of a day
 * @param isIntermittent whether the level is TSB's
 * @param daysKnown how many days it was learned from
 */
record ProductDemand(
    double level, List<Double> week, double spread, boolean isIntermittent, int daysKnown) {
  /** Interval above which demand is intermittent, days. */
  private static final double NOW_AND_THEN = 1.32;

  private static final double PRIOR_UNITS = 30;
  private static final double PRIOR_SPREAD = 1.5;
  private static final double PRIOR_SPREAD_UNITS = 10;
  private static final double LEAST_SPREAD = 0.3;

  /** A level is the mean of about so many days: half-life over ln 2, twice (Kish). */
  private static final double DAYS_OF_LEVEL = 80;

  ProductDemand {
    week = List.copyOf(week);
  }

  /**
   * Learns.
   *
   * @param days units by day
   * @param category whose weekdays the product's are drawn to
   */
  static ProductDemand of(DailySeries days, CategoryForecast category, RestockRules.Demand rules) {
    DailySeries known = days.fromFirstSale();
    List<Double> week = week(known, category);
    long sold = IntStream.range(0, known.size()).filter(day -> known.value(day) > 0).count();
    int open =
        (int) IntStream.range(0, known.size()).filter(d -> !Double.isNaN(known.value(d))).count();
    boolean isIntermittent = open > NOW_AND_THEN * sold;
    double level =
        isIntermittent
            ? new TsbForecast(rules.tsbSize(), rules.tsbChance()).level(known.values())
            : recentLevel(known, week, rules.halfLifeDays());

    return new ProductDemand(level, week, spread(known, week), isIntermittent, open);
  }

  /** Demand of the days from one to another, both included. */
  UnitDemand over(LocalDate from, LocalDate to, CategoryForecast category) {
    double mean = 0;
    int days = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      mean += level * week.get(DailySeries.weekday(day)) * category.lift(day);
      days++;
    }
    return new UnitDemand(mean, spread * mean * (1 + days / DAYS_OF_LEVEL));
  }

  private static List<Double> week(DailySeries days, CategoryForecast category) {
    double[][] byWeekday = days.byWeekday();
    double units = 0;
    double usual = 0;
    for (int weekday = 0; weekday < DailySeries.WEEK; weekday++) {
      units += byWeekday[0][weekday];
      usual += byWeekday[1][weekday] * category.week().get(weekday);
    }

    List<Double> week = new ArrayList<>();
    for (int weekday = 0; weekday < DailySeries.WEEK; weekday++) {
      double ofCategory = category.week().get(weekday);
      double expected = usual <= 0 ? 0 : units / usual * byWeekday[1][weekday] * ofCategory;
      double own = (byWeekday[0][weekday] + PRIOR_UNITS) / (expected + PRIOR_UNITS);
      week.add(ofCategory * own);
    }
    return week;
  }

  /** Units over the factors of their days, both weighed by age. */
  private static double recentLevel(DailySeries days, List<Double> week, double halfLife) {
    double units = 0;
    double factors = 0;
    for (int day = 0; day < days.size(); day++) {
      if (!Double.isNaN(days.value(day))) {
        double weight = Math.pow(0.5, (days.size() - 1 - day) / halfLife);
        units += weight * days.value(day);
        factors += weight * week.get(days.weekday(day));
      }
    }
    return factors <= 0 ? 0 : units / factors;
  }

  private static double spread(DailySeries days, List<Double> week) {
    double mean = days.mean();
    double squares = PRIOR_SPREAD * PRIOR_SPREAD_UNITS;
    double expected = PRIOR_SPREAD_UNITS;
    for (int day = 0; day < days.size(); day++) {
      if (!Double.isNaN(days.value(day))) {
        double usual = mean * week.get(days.weekday(day));
        squares += (days.value(day) - usual) * (days.value(day) - usual);
        expected += usual;
      }
    }
    return Math.max(LEAST_SPREAD, squares / expected);
  }
}
