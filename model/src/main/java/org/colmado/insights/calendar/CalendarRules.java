package org.colmado.insights.calendar;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.config.Expect;

/**
 * A calendar file.
 *
 * @param weekend days of the week that are not working days
 * @param shifts by name: to a weekday of the nominal date, the days a holiday is moved by, negative
 *     for earlier; an unnamed weekday is not shifted
 * @param holidays of every year
 * @param overrides of single years
 * @param commercialDays days that affect sales and are not holidays
 * @param pay pay rules; absent: not known
 * @param seasons the first one that covers a day is its season
 */
record CalendarRules(
    Set<DayOfWeek> weekend,
    Map<String, Map<DayOfWeek, Integer>> shifts,
    List<HolidayRule> holidays,
    Overrides overrides,
    List<CommercialDay> commercialDays,
    Optional<PayRules> pay,
    List<Season> seasons) {

  /** A day that affects sales and is not a holiday. */
  record CommercialDay(String nameEs, String nameEn, DateRule date) {}

  CalendarRules {
    Expect.that(weekend.size() < 7, "weekend", weekend, "at least one working day");
    shifts.forEach(CalendarRules::requireDaysOfAWeek);
    requireKnownShifts(holidays, shifts.keySet());
    requireKnownHolidays(overrides, idsOf(holidays));

    weekend = Set.copyOf(weekend);
    shifts = Map.copyOf(shifts);
    holidays = List.copyOf(holidays);
    commercialDays = List.copyOf(commercialDays);
    seasons = List.copyOf(seasons);
  }

  /** Rules without a calendar: weekends only. */
  static CalendarRules none() {
    return new CalendarRules(
        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
        Map.of(),
        List.of(),
        Overrides.none(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static void requireDaysOfAWeek(String name, Map<DayOfWeek, Integer> shift) {
    shift.forEach((day, days) -> Expect.between("shifts." + name + "." + day, days, -6, 6));
  }

  private static void requireKnownShifts(List<HolidayRule> holidays, Set<String> known) {
    for (HolidayRule holiday : holidays) {
      String key = "holidays." + holiday.id() + ".shift";
      holiday
          .shift()
          .ifPresent(shift -> Expect.that(known.contains(shift), key, shift, "one of " + known));
    }
  }

  private static Set<String> idsOf(List<HolidayRule> holidays) {
    List<String> ids = holidays.stream().map(HolidayRule::id).toList();
    Set<String> distinct = ids.stream().collect(Collectors.toUnmodifiableSet());
    Expect.that(distinct.size() == ids.size(), "holidays", ids, "every id once");

    return distinct;
  }

  private static void requireKnownHolidays(Overrides overrides, Set<String> known) {
    Stream.concat(
            overrides.moved().stream().map(Overrides.Moved::holiday),
            overrides.removed().stream().map(Overrides.Removed::holiday))
        .forEach(
            holiday ->
                Expect.that(known.contains(holiday), "overrides", holiday, "one of " + known));
  }
}
