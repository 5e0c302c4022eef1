package org.colmado.insights.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.table.CalendarDays;

/**
 * Turns calendars into rows of {@link CalendarDays}.
 *
 * @param calendars each id once
 */
public record CalendarRows(List<ShopCalendar> calendars) {

  /** Every day of every calendar, both ends included. */
  public List<Row> from(LocalDate first, LocalDate last) {
    return calendars.stream().flatMap(calendar -> daysOf(calendar, first, last)).toList();
  }

  private static Stream<Row> daysOf(ShopCalendar calendar, LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1)).map(date -> row(calendar, calendar.on(date)));
  }

  /** The day in the order of the table's columns. */
  private static Row row(ShopCalendar calendar, CalendarDay day) {
    return RowFactory.create(
        calendar.id(),
        day.on(),
        day.dayOfWeek(),
        day.weekOfMonth(),
        day.isWeekend(),
        day.isHoliday(),
        day.holiday().orElse(null),
        day.isHoliday() ? englishName(calendar, day.on()) : null,
        day.isHolidayEve(),
        day.isBridge(),
        day.isPayday(),
        orNull(day.daysSincePayday()),
        orNull(day.daysUntilPayday()),
        day.paydayWindow(),
        orNull(day.quincenaPhase()),
        day.isRegalia(),
        day.season(),
        day.commercialDay().orElse(null));
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
