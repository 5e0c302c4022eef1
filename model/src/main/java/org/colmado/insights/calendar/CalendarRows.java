package org.colmado.insights.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.CalendarDays;

/**
 * Converts calendars to rows of {@link CalendarDays}.
 *
 * @param calendars each id once
 */
public record CalendarRows(List<ShopCalendar> calendars) {

  /** Every day of every calendar, both ends included. */
  public List<TableRow> from(LocalDate first, LocalDate last) {
    return calendars.stream().flatMap(calendar -> daysOf(calendar, first, last)).toList();
  }

  private static Stream<TableRow> daysOf(ShopCalendar calendar, LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1)).map(date -> row(calendar, calendar.on(date)));
  }

  private static TableRow row(ShopCalendar calendar, CalendarDay day) {
    return TableRow.of(CalendarDays.TABLE)
        .with(CalendarDays.CALENDAR_ID, calendar.id())
        .with(CalendarDays.ON, day.on())
        .with(CalendarDays.DAY_OF_WEEK, day.dayOfWeek())
        .with(CalendarDays.WEEK_OF_MONTH, day.weekOfMonth())
        .with(CalendarDays.IS_WEEKEND, day.isWeekend())
        .with(CalendarDays.IS_HOLIDAY, day.isHoliday())
        .with(CalendarDays.HOLIDAY, day.holiday().orElse(null))
        .with(CalendarDays.HOLIDAY_EN, day.isHoliday() ? englishName(calendar, day.on()) : null)
        .with(CalendarDays.IS_HOLIDAY_EVE, day.isHolidayEve())
        .with(CalendarDays.IS_BRIDGE, day.isBridge())
        .with(CalendarDays.IS_PAYDAY, day.isPayday())
        .with(CalendarDays.DAYS_SINCE_PAYDAY, orNull(day.daysSincePayday()))
        .with(CalendarDays.DAYS_UNTIL_PAYDAY, orNull(day.daysUntilPayday()))
        .with(CalendarDays.PAYDAY_WINDOW, day.paydayWindow())
        .with(CalendarDays.QUINCENA_PHASE, orNull(day.quincenaPhase()))
        .with(CalendarDays.IS_REGALIA, day.isRegalia())
        .with(CalendarDays.SEASON, day.season())
        .with(CalendarDays.COMMERCIAL_DAY, day.commercialDay().orElse(null));
  }

  private static String englishName(ShopCalendar calendar, LocalDate date) {
    return calendar.holidaysOn(date).stream()
        .map(Holiday::nameEn)
        .collect(Collectors.joining(" / "));
  }

  private static Integer orNull(OptionalInt days) {
    return days.isPresent() ? days.getAsInt() : null;
  }
}
