package org.colmado.insights.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopCalendarTest {
  private final ShopCalendar calendar = CalendarFiles.calendar("do");

  /** D3: the week of the month was typed 1 to 4 and was 5 on days 29 to 31. */
  // D3: docs/defects.md
  @ParameterizedTest
  @CsvSource({
    "2026-05-01, 1, 1",
    "2026-05-07, 1, 7",
    "2026-05-08, 2, 8",
    "2026-05-15, 3, 0",
    "2026-05-28, 4, 13",
    "2026-05-29, 5, 14",
    "2026-05-30, 5, 0",
    "2026-05-31, 5, 1",
    "2026-09-14, 2, 15",
    "2026-02-28, 4, 0"
  })
  void weekOfMonthIs1To5AndQuincenaPhaseCountsFromTheNominalPayday(
      LocalDate date, int weekOfMonth, int quincenaPhase) {
    assertThat(calendar.on(date).weekOfMonth()).isEqualTo(weekOfMonth);
    assertThat(calendar.on(date).quincenaPhase()).hasValue(quincenaPhase);
  }

  /** D4: a day without a holiday, its eve and the day itself. */
  // D4: docs/defects.md
  @Test
  void aDayKnowsItsHolidayByName() {
    assertThat(calendar.on(LocalDate.of(2026, 5, 4)).holiday()).hasValue("Día del Trabajo");
    assertThat(calendar.on(LocalDate.of(2026, 5, 4)).isHoliday()).isTrue();
    assertThat(calendar.on(LocalDate.of(2026, 5, 1)).holiday()).isEmpty();
  }

  /** D5: a weekend was Saturday and Sunday and nothing else was a day off. */
  // D5: docs/defects.md
  @Test
  void evesOfHolidaysAndBridgesAreKnownBesideTheWeekend() {
    CalendarDay eve = calendar.on(LocalDate.of(2026, 6, 3));
    CalendarDay corpusChristi = calendar.on(LocalDate.of(2026, 6, 4));
    CalendarDay bridge = calendar.on(LocalDate.of(2026, 6, 5));
    CalendarDay saturday = calendar.on(LocalDate.of(2026, 6, 6));

    assertThat(List.of(eve, corpusChristi, bridge, saturday))
        .extracting(CalendarDay::isHolidayEve)
        .containsExactly(true, false, false, false);
    assertThat(List.of(eve, corpusChristi, bridge, saturday))
        .extracting(CalendarDay::isBridge)
        .containsExactly(false, false, true, false);
    assertThat(List.of(eve, corpusChristi, bridge, saturday))
        .extracting(CalendarDay::isWeekend)
        .containsExactly(false, false, false, true);
  }

  /** D5: between Sunday and a holiday on Tuesday. */
  // D5: docs/defects.md
  @Test
  void aMondayBeforeAHolidayOnTuesdayIsABridge() {
    assertThat(calendar.on(LocalDate.of(2024, 9, 23)).isBridge()).isTrue();
    assertThat(calendar.on(LocalDate.of(2024, 9, 25)).isBridge()).isFalse();
  }

  // D5: docs/defects.md
  @Test
  void fridayIsTheFifthDayCountedFromSunday() {
    assertThat(calendar.on(LocalDate.of(2026, 6, 5)).dayOfWeek()).isEqualTo(5);
    assertThat(calendar.on(LocalDate.of(2026, 6, 7)).dayOfWeek()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-26, Día de las Madres",
    "2025-05-25, Día de las Madres",
    "2026-05-31, Día de las Madres",
    "2027-05-30, Día de las Madres",
    "2024-07-28, Día de los Padres",
    "2025-07-27, Día de los Padres",
    "2026-07-26, Día de los Padres",
    "2027-07-25, Día de los Padres",
    "2026-04-02, Jueves Santo",
    "2026-04-04, Sábado Santo",
    "2026-12-24, Nochebuena",
    "2026-12-31, Nochevieja"
  })
  void namesCommercialDaysWithoutCallingThemHolidays(LocalDate date, String name) {
    assertThat(calendar.on(date).commercialDay()).hasValue(name);
    assertThat(calendar.on(date).isHoliday()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28, normal",
    "2026-03-29, holy_week",
    "2026-04-05, holy_week",
    "2026-04-06, normal",
    "2026-11-30, normal",
    "2026-12-01, christmas",
    "2027-01-06, christmas",
    "2027-01-07, normal"
  })
  void putsADayInItsSeasonAcrossTheTurnOfTheYear(LocalDate date, String season) {
    assertThat(calendar.on(date).season()).isEqualTo(season);
  }

  @Test
  void withoutACalendarThereAreWeekendsAndNothingElse() {
    ShopCalendar none = ShopCalendar.none();
    CalendarDay christmas = none.on(LocalDate.of(2026, 12, 25));

    assertThat(none.id()).isEqualTo("none");
    assertThat(none.holidaysIn(2026)).isEmpty();
    assertThat(none.paydaysIn(2026)).isEmpty();
    assertThat(christmas.isHoliday() || christmas.isPayday() || christmas.paydayWindow()).isFalse();
    assertThat(christmas.quincenaPhase()).isEmpty();
    assertThat(none.on(LocalDate.of(2026, 12, 26)).isWeekend()).isTrue();
    assertThat(LocalDate.of(2026, 12, 26).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
  }
}
