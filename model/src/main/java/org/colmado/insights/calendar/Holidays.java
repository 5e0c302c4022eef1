package org.colmado.insights.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The holidays of a calendar by its rules and overrides, cached by year. */
final class Holidays {
  private final CalendarRules rules;
  private final Map<Integer, List<Holiday>> byYear = new ConcurrentHashMap<>();

  Holidays(CalendarRules rules) {
    this.rules = rules;
  }

  /** Holidays observed in the year, in order; a New Year's Day may be observed in December. */
  List<Holiday> in(int year) {
    return byYear.computeIfAbsent(year, this::observedIn);
  }

  List<Holiday> on(LocalDate date) {
    return in(date.getYear()).stream()
        .filter(holiday -> holiday.observedOn().equals(date))
        .toList();
  }

  private List<Holiday> observedIn(int year) {
    Stream<Holiday> ruled =
        IntStream.rangeClosed(year - 1, year + 1).boxed().flatMap(this::nominalIn);
    Stream<Holiday> added = rules.overrides().added().stream().map(Overrides.Added::holiday);

    return Stream.concat(ruled, added)
        .filter(holiday -> holiday.observedOn().getYear() == year)
        .sorted(Comparator.comparing(Holiday::observedOn))
        .toList();
  }

  private Stream<Holiday> nominalIn(int year) {
    return rules.holidays().stream()
        .filter(rule -> rule.isKeptIn(year))
        .filter(rule -> !rules.overrides().isRemoved(rule.id(), year))
        .map(rule -> holiday(rule, year));
  }

  private Holiday holiday(HolidayRule rule, int year) {
    LocalDate nominalOn = rule.date().in(year);
    LocalDate observedOn =
        rules.overrides().movedTo(rule.id(), year).orElseGet(() -> shifted(rule, nominalOn));

    return new Holiday(rule.id(), rule.nameEs(), rule.nameEn(), nominalOn, observedOn);
  }

  private LocalDate shifted(HolidayRule rule, LocalDate nominalOn) {
    return rule.shift()
        .map(name -> rules.shifts().get(name).getOrDefault(nominalOn.getDayOfWeek(), 0))
        .map(nominalOn::plusDays)
        .orElse(nominalOn);
  }
}
