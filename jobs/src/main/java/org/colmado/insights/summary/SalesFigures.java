package org.colmado.insights.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a store sold in its last days with sales.
 *
 * @param firstOn first of the days that count
 * @param days how many days count; tickets and revenue are theirs together
 * @param last the last day with sales
 * @param usual what is usual on the last day's weekday; empty: no such day in the weeks before it
 */
record SalesFigures(
    String store,
    LocalDate firstOn,
    int days,
    long tickets,
    BigDecimal revenue,
    Day last,
    Optional<Usual> usual) {
  /** A day with sales. */
  record Day(LocalDate on, long tickets, BigDecimal revenue) {}

  /** Means of a day. */
  record Usual(double tickets, BigDecimal revenue) {}

  private static final int DAYS = 30;
  private static final int DAYS_OF_WEEKDAY = 56;
  private static final int MEAN_DIGITS = 6;

  /** How many of a store's latest days with sales can count at all. */
  static final int LATEST_DAYS = DAYS_OF_WEEKDAY + 1;

  /**
   * Adds up the days.
   *
   * @param latestFirst one day or more, at least the {@link #LATEST_DAYS} latest where there are as
   *     many
   */
  static SalesFigures from(String store, List<Day> latestFirst) {
    Day last = latestFirst.get(0);
    List<Day> recent = latestFirst.subList(0, Math.min(DAYS, latestFirst.size()));
    List<Day> alike =
        latestFirst.stream().skip(1).filter(day -> isSameWeekday(day.on(), last.on())).toList();

    return new SalesFigures(
        store,
        recent.get(recent.size() - 1).on(),
        recent.size(),
        tickets(recent),
        revenue(recent),
        last,
        alike.isEmpty() ? Optional.empty() : Optional.of(mean(alike)));
  }

  private static boolean isSameWeekday(LocalDate on, LocalDate lastOn) {
    long days = ChronoUnit.DAYS.between(on, lastOn);

    return days % 7 == 0 && days <= DAYS_OF_WEEKDAY;
  }

  private static Usual mean(List<Day> days) {
    BigDecimal count = BigDecimal.valueOf(days.size());

    return new Usual(
        (double) tickets(days) / days.size(),
        revenue(days).divide(count, MEAN_DIGITS, RoundingMode.HALF_UP));
  }

  private static long tickets(List<Day> days) {
    return days.stream().mapToLong(Day::tickets).sum();
  }

  private static BigDecimal revenue(List<Day> days) {
    return days.stream().map(Day::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
