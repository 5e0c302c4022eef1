package org.colmado.insights.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.colmado.insights.calendar.CalendarRules.CommercialDay;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.Yaml;

/** The holidays, paydays and seasons of a shop's region, for any year. */
public final class ShopCalendar {
  /** Season of all other days. */
  public static final String NORMAL_SEASON = "normal";

  private static final int DAYS_PER_WEEK = 7;

  private final String id;
  private final CalendarRules rules;
  private final Holidays holidays;
  private final WorkingDays workingDays;
  private final Paydays paydays;

  private ShopCalendar(String id, CalendarRules rules) {
    this.id = id;
    this.rules = rules;
    this.holidays = new Holidays(rules);
    this.workingDays = new WorkingDays(rules.weekend(), holidays);
    this.paydays = new Paydays(rules.pay(), workingDays);
  }

  /**
   * Reads a calendar file.
   *
   * @param id name of the calendar in other settings
   * @throws BadInputException if the file is absent or does not fit; the message says the file, the
   *     key, what was found and what was expected
   */
  public static ShopCalendar read(String id, Path yaml) {
    return new ShopCalendar(id, Yaml.read(yaml, CalendarRules.class));
  }

  /**
   * The calendar of a store without one: weekends only, no holidays or paydays; its id is "none".
   */
  public static ShopCalendar none() {
    return new ShopCalendar("none", CalendarRules.none());
  }

  public String id() {
    return id;
  }

  /** Holidays observed in the year, in order, wherever their nominal date falls. */
  public List<Holiday> holidaysIn(int year) {
    return holidays.in(year);
  }

  /** Holidays observed on the day; nearly always none or one. */
  public List<Holiday> holidaysOn(LocalDate date) {
    return holidays.on(date);
  }

  /** Paydays whose nominal date is in the year, in order; none without pay rules. */
  public List<Payday> paydaysIn(int year) {
    return paydays.in(year);
  }

  /** All properties of a day. */
  public CalendarDay on(LocalDate date) {
    return new CalendarDay(
        date,
        date.getDayOfWeek().getValue() % DAYS_PER_WEEK,
        (date.getDayOfMonth() - 1) / DAYS_PER_WEEK + 1,
        workingDays.isWeekend(date),
        workingDays.isHoliday(date),
        holidayName(date),
        workingDays.isHoliday(date.plusDays(1)),
        workingDays.isBridge(date),
        paydays.daysSince(date).orElse(-1) == 0,
        paydays.daysSince(date),
        paydays.daysUntil(date),
        paydays.isSpendingDay(date),
        paydays.daysSinceNominal(date),
        isRegalia(date),
        season(date),
        commercialDay(date));
  }

  private Optional<String> holidayName(LocalDate date) {
    String names =
        holidaysOn(date).stream().map(Holiday::nameEs).collect(Collectors.joining(" / "));

    return Optional.of(names).filter(text -> !text.isEmpty());
  }

  private boolean isRegalia(LocalDate date) {
    return rules.pay().stream()
        .flatMap(pay -> pay.christmasSalary().stream())
        .anyMatch(window -> window.covers(date));
  }

  private String season(LocalDate date) {
    return rules.seasons().stream()
        .filter(season -> season.covers(date))
        .map(Season::id)
        .findFirst()
        .orElse(NORMAL_SEASON);
  }

  private Optional<String> commercialDay(LocalDate date) {
    return rules.commercialDays().stream()
        .filter(day -> day.date().in(date.getYear()).equals(date))
        .map(CommercialDay::nameEs)
        .findFirst();
  }
}
