package org.colmado.insights.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The paydays of a calendar by its pay rules, cached by year. */
final class Paydays {
  /** Length of the payday window in days. */
  private static final int SPENDING_DAYS = 2;

  private final Optional<PayRules> rules;
  private final WorkingDays workingDays;
  private final Map<Integer, List<Payday>> byYear = new ConcurrentHashMap<>();

  Paydays(Optional<PayRules> rules, WorkingDays workingDays) {
    this.rules = rules;
    this.workingDays = workingDays;
  }

  /** Paydays whose nominal date is in the year, in order; none without pay rules. */
  List<Payday> in(int year) {
    return byYear.computeIfAbsent(year, this::nominalIn);
  }

  OptionalInt daysSince(LocalDate date) {
    return daysBetween(last(Payday::observedOn, date), Optional.of(date));
  }

  OptionalInt daysSinceNominal(LocalDate date) {
    return daysBetween(last(Payday::nominalOn, date), Optional.of(date));
  }

  OptionalInt daysUntil(LocalDate date) {
    Optional<LocalDate> next =
        around(date)
            .map(Payday::observedOn)
            .filter(on -> !on.isBefore(date))
            .min(Comparator.naturalOrder());

    return daysBetween(Optional.of(date), next);
  }

  /** See {@link CalendarDay#paydayWindow}. */
  boolean isSpendingDay(LocalDate date) {
    return last(Payday::observedOn, date)
        .map(payday -> !date.isAfter(lastSpendingDay(payday)))
        .orElse(false);
  }

  private LocalDate lastSpendingDay(LocalDate payday) {
    LocalDate last = payday.plusDays(SPENDING_DAYS);
    while (workingDays.isWeekend(last.plusDays(1))) {
      last = last.plusDays(1);
    }

    return last;
  }

  private Optional<LocalDate> last(Function<Payday, LocalDate> date, LocalDate by) {
    return around(by).map(date).filter(on -> !on.isAfter(by)).max(Comparator.naturalOrder());
  }

  private Stream<Payday> around(LocalDate date) {
    return IntStream.rangeClosed(date.getYear() - 1, date.getYear() + 1)
        .boxed()
        .flatMap(year -> in(year).stream());
  }

  private List<Payday> nominalIn(int year) {
    return rules.stream()
        .flatMap(pay -> pay.nominalIn(year).map(on -> new Payday(on, observed(pay, on))))
        .toList();
  }

  private LocalDate observed(PayRules pay, LocalDate nominalOn) {
    return switch (pay.notWorkingDay()) {
      case PREVIOUS -> workingDays.lastBy(nominalOn);
      case NEXT -> workingDays.firstFrom(nominalOn);
      case SAME -> nominalOn;
    };
  }

  private static OptionalInt daysBetween(Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.isPresent() && to.isPresent()
        ? OptionalInt.of((int) ChronoUnit.DAYS.between(from.get(), to.get()))
        : OptionalInt.empty();
  }
}
