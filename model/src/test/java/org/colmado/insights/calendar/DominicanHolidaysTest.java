package org.colmado.insights.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Law 139-97 against the Ministry of Labour's lists of 2012 to 2026 and the years after. */
class DominicanHolidaysTest {
  private final ShopCalendar calendar = CalendarFiles.calendar("do");

  /** D4: holidays were promised and there was no code. */
  // D4: docs/defects.md
  @Test
  void everyHolidayOfTheOfficialListsIsObservedOnItsDay() {
    List<String> expected = new ArrayList<>();
    for (String[] row : CalendarFiles.vectors("holidays.csv")) {
      expected.add(String.join(" ", row[1], row[2], row[5]));
    }

    List<String> found =
        IntStream.rangeClosed(2012, 2030)
            .boxed()
            .flatMap(year -> calendar.holidaysIn(year).stream())
            .map(
                holiday ->
                    "%s %s %s"
                        .formatted(holiday.nameEs(), holiday.nominalOn(), holiday.observedOn()))
            .toList();

    assertThat(found).hasSize(228).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void keepsLabourDayOnMondayWhenItFallsOnSunday() {
    assertThat(calendar.on(LocalDate.of(2022, 5, 2)).holiday()).hasValue("Día del Trabajo");
    assertThat(calendar.on(LocalDate.of(2022, 5, 1)).isHoliday()).isFalse();
  }

  @Test
  void leavesTheOriginalDateOfAMovedHolidayAnOrdinaryDay() {
    assertThat(calendar.on(LocalDate.of(2026, 11, 6)).isHoliday()).isFalse();
    assertThat(calendar.on(LocalDate.of(2026, 11, 9)).holiday()).hasValue("Constitución");
  }
}
