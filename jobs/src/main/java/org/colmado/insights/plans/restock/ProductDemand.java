package org.colmado.insights.plans.restock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.colmado.insights.plans.demand.CategoryForecast;
import org.colmado.insights.plans.demand.DailySeries;
import org.colmado.insights.plans.demand.TsbForecast;

/**
 * The demand of one product, estimated from its daily sales.
 *
 * <p>The level: {@link TsbForecast} where the mean interval between days with demand is above 1.32
 * days (Syntetos, Boylan and Croston, Journal of the Operational Research Society 2005, 56:495),
 * else an exponentially weighted mean. The weekday factors: the product's own, shrunk towards its
 * category's (gamma-Poisson), more so with few sales. The dispersion: squared residuals divided by
 * the mean, shrunk slightly towards 1.5.
 *
 * @param level units on an average day
 * @param week factor by weekday, 0 Monday
 * @param spread dispersion: variance divided by mean of a day
 * @param isIntermittent whether the level comes from TSB
 * @param daysKnown number of days used
 */
record ProductDemand(
    double level, List<Double> week, double spread, boolean isIntermittent, int daysKnown) {
  /** Interval above which demand is intermittent, days. */
  private static final double NOW_AND_THEN = 1.32;

  private static final double PRIOR_UNITS = 30;
  private static final double PRIOR_SPREAD = 1.5;
  private static final double PRIOR_SPREAD_UNITS = 10;
  private static final double MIN_SPREAD = 0.3;

  /** Effective number of days of the level: 2 * half-life / ln 2 (Kish). */
  private static final double DAYS_OF_LEVEL = 80;

  ProductDemand {
    week = List.copyOf(week);
  }

  /**
   * Estimates the demand.
   *
   * @param days units by day
   * @param category whose weekday factors the product's are shrunk towards
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

  /** Demand over a span of days, both ends included. */
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

  /** Weighted units divided by weighted weekday factors; weights decay with age. */
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
    return Math.max(MIN_SPREAD, squares / expected);
  }
}
