package org.colmado.insights.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;
import org.colmado.insights.config.Expect;

/**
 * A yearly date; exactly one of the three parts is given.
 *
 * @param monthDay MM-DD; 02-29 is 28 February in a common year
 * @param daysAfterEaster negative before Easter Sunday: -2 is Good Friday
 * @param weekday a weekday counted within a month
 */
record DateRule(
    Optional<String> monthDay, Optional<Integer> daysAfterEaster, Optional<Weekday> weekday) {

  DateRule {
    long given = Stream.of(monthDay, daysAfterEaster, weekday).filter(Optional::isPresent).count();
    Expect.that(
        given == 1, "date", given + " rules", "one of month-day, days-after-easter, weekday");
    monthDay.ifPresent(DateRule::parsed);
    daysAfterEaster.ifPresent(days -> Expect.between("days-after-easter", days, -80, 250));
  }

  /**
   * The nth such weekday of the month.
   *
   * @param nth 1 to 4, or -1 for the last
   * @param month 1 January to 12 December
   */
  record Weekday(int nth, DayOfWeek day, int month) {
    Weekday {
      Expect.that(nth == -1 || (nth >= 1 && nth <= 4), "nth", nth, "1 to 4, or -1 for the last");
      Expect.between("month", month, 1, 12);
    }

    LocalDate in(int year) {
      return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
    }
  }

  LocalDate in(int year) {
    return monthDay
        .map(text -> parsed(text).atYear(year))
        .or(() -> daysAfterEaster.map(days -> EasterSunday.of(year).plusDays(days)))
        .orElseGet(() -> weekday.orElseThrow().in(year));
  }

  private static MonthDay parsed(String monthDay) {
    try {
      return MonthDay.parse("--" + monthDay);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "month-day: found '%s', expected a day of the year as MM-DD".formatted(monthDay), e);
    }
  }
}
