package org.colmado.insights.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colmado.insights.table.CalendarDays;
import org.junit.jupiter.api.Test;

class CalendarRowsTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 24);
  private static final LocalDate LAST = LocalDate.of(2024, 3, 31);

  @Test
  void hasEveryDayOfEveryCalendarOnce() {
    assertThat(holyWeek()).hasSize(16);
    assertThat(
            holyWeek().stream()
                .map(day -> day.get(CalendarDays.CALENDAR_ID) + " " + day.get(CalendarDays.ON)))
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsTheDaysOfAStoreWithoutACalendarApart() {
    assertThat(day("none", LAST))
        .containsEntry(CalendarDays.IS_WEEKEND, true)
        .containsEntry(CalendarDays.IS_PAYDAY, false)
        .containsEntry(CalendarDays.DAYS_SINCE_PAYDAY, null)
        .containsEntry(CalendarDays.SEASON, "normal");
  }

  @Test
  void putsEveryValueUnderItsOwnColumn() {
    assertThat(day("do", LocalDate.of(2024, 3, 29)))
        .containsEntry(CalendarDays.DAY_OF_WEEK, 5)
        .containsEntry(CalendarDays.WEEK_OF_MONTH, 5)
        .containsEntry(CalendarDays.HOLIDAY, "Viernes Santo")
        .containsEntry(CalendarDays.HOLIDAY_EN, "Good Friday")
        .containsEntry(CalendarDays.DAYS_SINCE_PAYDAY, 1)
        .containsEntry(CalendarDays.DAYS_UNTIL_PAYDAY, 17)
        .containsEntry(CalendarDays.QUINCENA_PHASE, 14)
        .containsEntry(CalendarDays.PAYDAY_WINDOW, true)
        .containsEntry(CalendarDays.IS_REGALIA, false)
        .containsEntry(CalendarDays.SEASON, "holy_week");
  }

  private static List<Map<String, Object>> holyWeek() {
    List<ShopCalendar> calendars = List.of(CalendarFiles.calendar("do"), ShopCalendar.none());

    return new CalendarRows(calendars).from(FIRST, LAST).stream().map(row -> row.byName()).toList();
  }

  private static Map<String, Object> day(String calendar, LocalDate on) {
    Stream<Map<String, Object>> days =
        holyWeek().stream()
            .filter(day -> day.get(CalendarDays.CALENDAR_ID).equals(calendar))
            .filter(day -> day.get(CalendarDays.ON).equals(on));

    return days.findFirst().orElseThrow();
  }
}
