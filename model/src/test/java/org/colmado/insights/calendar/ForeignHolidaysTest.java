package org.colmado.insights.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Federal holidays of the United States; bank holidays of England and Wales. */
class ForeignHolidaysTest {
  private final ShopCalendar unitedStates = CalendarFiles.calendar("us");
  private final ShopCalendar england = CalendarFiles.calendar("gb");

  @Test
  void keepsTheFederalHolidaysOf2026() {
    assertThat(observed(unitedStates, 2026))
        .containsExactly(
            "2026-01-01",
            "2026-01-19",
            "2026-02-16",
            "2026-05-25",
            "2026-06-19",
            "2026-07-03",
            "2026-09-07",
            "2026-10-12",
            "2026-11-11",
            "2026-11-26",
            "2026-12-25");
  }

  @Test
  void listsANewYearsDayUnderTheYearItIsObservedIn() {
    assertThat(observed(unitedStates, 2021)).contains("2021-12-31").doesNotContain("2022-01-01");
    assertThat(unitedStates.holidaysIn(2022))
        .noneMatch(holiday -> holiday.nominalOn().equals(LocalDate.of(2022, 1, 1)));
  }

  @Test
  void beginsAHolidayInItsFirstYear() {
    assertThat(observed(unitedStates, 2020)).hasSize(10);
    assertThat(observed(unitedStates, 2021)).contains("2021-06-18");
  }

  @Test
  void makesTheFridayAfterThanksgivingABridge() {
    assertThat(unitedStates.on(LocalDate.of(2026, 11, 27)).isBridge()).isTrue();
  }

  @Test
  void keepsTheBankHolidaysOf2026() {
    assertThat(observed(england, 2026))
        .containsExactly(
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-05-04",
            "2026-05-25",
            "2026-08-31",
            "2026-12-25",
            "2026-12-28");
  }

  @Test
  void givesChristmasAndBoxingDaySubstitutesOfTheirOwn() {
    assertThat(observed(england, 2021)).contains("2021-12-27", "2021-12-28").hasSize(8);
    assertThat(england.on(LocalDate.of(2022, 12, 27)).holiday()).hasValue("Navidad");
    assertThat(england.on(LocalDate.of(2022, 12, 26)).holiday()).hasValue("San Esteban");
    assertThat(observed(england, 2022)).contains("2022-01-03");
  }

  @Test
  void followsTheProclamationsOfSingleYears() {
    assertThat(observed(england, 2020)).contains("2020-05-08").doesNotContain("2020-05-04");
    assertThat(observed(england, 2022))
        .contains("2022-06-02", "2022-06-03", "2022-09-19")
        .doesNotContain("2022-05-30")
        .hasSize(10);
    assertThat(observed(england, 2023)).contains("2023-05-01", "2023-05-08").hasSize(9);
  }

  @Test
  void knowsNoPaydayWithoutAPayRule() {
    assertThat(england.paydaysIn(2026)).isEmpty();
    assertThat(unitedStates.on(LocalDate.of(2026, 5, 15)).daysSincePayday()).isEmpty();
  }

  private static List<String> observed(ShopCalendar calendar, int year) {
    return calendar.holidaysIn(year).stream().map(day -> day.observedOn().toString()).toList();
  }
}
