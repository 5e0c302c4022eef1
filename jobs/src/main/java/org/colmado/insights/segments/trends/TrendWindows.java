package org.colmado.insights.segments.trends;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The two months of a store that are compared: 28 days each, so that every weekday comes four
 * times.
 *
 * @param firstOn first day whose visits are counted
 * @param lastOn the store's last day with visits
 * @param areOfTodaysRules whether all visits were assigned by the rules and the model in use
 */
public record TrendWindows(LocalDate firstOn, LocalDate lastOn, boolean areOfTodaysRules) {
  static final int WEEKS = 8;

  /** So many days of a month must have a denominator. */
  static final int LEAST_DAYS = 14;

  /**
   * So many visits a segment must have: over both months for its share, in each for its basket. The
   * delta method is about right from there on (Cochran 1977, 6.5).
   */
  static final int LEAST_VISITS = 30;

  private static final int WEEK = 7;
  private static final int MONTH = 28;

  /** Whole weeks from the first day to the last. */
  int weeks() {
    return Math.toIntExact((ChronoUnit.DAYS.between(firstOn, lastOn) + 1) / WEEK);
  }

  List<DailyTotal> now(TrendSeries series) {
    return series.between(lastOn.minusDays(MONTH - 1L), lastOn);
  }

  List<DailyTotal> before(TrendSeries series) {
    return series.between(lastOn.minusDays(2L * MONTH - 1), lastOn.minusDays(MONTH));
  }

  /** The value of the last month; empty if it is not over or has no denominator. */
  Optional<Double> valueNow(TrendSeries series) {
    List<DailyTotal> days = now(series);
    boolean isKnown = areOfTodaysRules && weeks() >= WEEKS / 2 && !days.isEmpty();

    return isKnown ? Optional.of(RatioEstimate.of(days).value()) : Optional.empty();
  }

  /** What is missing to compare the months; empty: nothing. */
  Optional<TrendGap> gap(TrendSeries series) {
    if (!areOfTodaysRules) {
      return Optional.of(TrendGap.OTHER_RULES);
    }
    if (weeks() < WEEKS) {
      return Optional.of(TrendGap.FEW_WEEKS);
    }

    List<DailyTotal> now = now(series);
    List<DailyTotal> before = before(series);
    boolean areFew =
        series.measure() == TrendMeasure.SHARE
            ? series.visits(now) + series.visits(before) < LEAST_VISITS
            : Math.min(series.visits(now), series.visits(before)) < LEAST_VISITS;
    if (areFew) {
      return Optional.of(TrendGap.FEW_VISITS);
    }
    return Math.min(now.size(), before.size()) < LEAST_DAYS
        ? Optional.of(TrendGap.FEW_DAYS)
        : Optional.empty();
  }
}
