package org.colmado.insights.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Sales of a store in its last days with sales.
 *
 * @param firstOn first day of the window
 * @param days number of days in the window; tickets and revenue are sums over it
 * @param last the last day with sales
 * @param usual usual values of the last day's weekday; empty if there is no earlier one
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

  /** Mean values of a day. */
  record Usual(double tickets, BigDecimal revenue) {}

  private static final int DAYS = 30;
  private static final int DAYS_OF_WEEKDAY = 56;
  private static final int MEAN_DIGITS = 6;

  /** Maximum number of latest days that are needed. */
  static final int LATEST_DAYS = DAYS_OF_WEEKDAY + 1;

  /**
   * Computes the figures.
   *
   * @param latestFirst at least one day, latest first; all of the {@link #LATEST_DAYS} latest if
   *     available
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
