package org.colmado.insights.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaydaysTest {
  private final ShopCalendar calendar = CalendarFiles.calendar("do");

  /** D2: payday was the 15th or 30th whatever day that was, and February had one payday. */
  // D2: docs/defects.md
  @Test
  void paydayIsBroughtForwardToAWorkingDay() {
    List<Payday> expected =
        CalendarFiles.vectors("paydays.csv").stream()
            .map(row -> new Payday(LocalDate.parse(row[0]), LocalDate.parse(row[2])))
            .toList();

    assertThat(paydays(2023, 2028)).hasSize(144).containsExactlyElementsOf(expected);
  }

  /**
   * D2: 2028-04-15 and 2028-06-15 are Holy Saturday and Corpus Christi; 2029-03-30 is Good Friday.
   */
  // D2: docs/defects.md
  @ParameterizedTest
  @CsvSource({
    "2027-02-28, 2027-02-26",
    "2028-04-15, 2028-04-13",
    "2028-06-15, 2028-06-14",
    "2029-03-30, 2029-03-29",
    "2029-04-30, 2029-04-27",
    "2030-09-15, 2030-09-13"
  })
  void paydayGivesWayToHolidaysAndWeekendsTogether(LocalDate nominal, LocalDate observed) {
    assertThat(calendar.paydaysIn(nominal.getYear())).contains(new Payday(nominal, observed));
    assertThat(calendar.on(observed).isPayday()).isTrue();
    assertThat(calendar.on(nominal).isPayday()).isFalse();
  }

  /** D2, as a property. */
  // D2: docs/defects.md
  @Test
  void everyPaydayTo2030IsTheLastWorkingDayByItsNominalDate() {
    assertThat(paydays(2012, 2030))
        .hasSize(19 * 24)
        .allSatisfy(
            payday -> {
              assertThat(isWorked(payday.observedOn())).isTrue();
              assertThat(payday.observedOn().plusDays(1).datesUntil(payday.nominalOn().plusDays(1)))
                  .noneMatch(this::isWorked);
            });
  }

  @Test
  void countsDaysFromTheObservedPayday() {
    CalendarDay eve = calendar.on(LocalDate.of(2026, 2, 25));
    CalendarDay payday = calendar.on(LocalDate.of(2026, 2, 26));
    CalendarDay after = calendar.on(LocalDate.of(2026, 2, 27));

    assertThat(eve.daysSincePayday()).hasValue(12);
    assertThat(eve.daysUntilPayday()).hasValue(1);
    assertThat(payday.daysSincePayday()).hasValue(0);
    assertThat(payday.daysUntilPayday()).hasValue(0);
    assertThat(after.daysSincePayday()).hasValue(1);
    assertThat(after.daysUntilPayday()).hasValue(14);
  }

  /** Paydays on a Monday to a Friday; the window's last day. */
  @ParameterizedTest
  @CsvSource({
    "2026-06-15, 2026-06-17",
    "2026-06-30, 2026-07-02",
    "2026-07-15, 2026-07-19",
    "2026-07-30, 2026-08-02",
    "2026-08-14, 2026-08-16"
  })
  void spendsForTwoDaysAndTheWeekendThatFollows(LocalDate payday, LocalDate last) {
    assertThat(payday.datesUntil(last.plusDays(1)))
        .allMatch(date -> calendar.on(date).paydayWindow());
    assertThat(calendar.on(payday.minusDays(1)).paydayWindow()).isFalse();
    assertThat(calendar.on(last.plusDays(1)).paydayWindow()).isFalse();
  }

  // D2: docs/defects.md
  @ParameterizedTest
  @CsvSource({
    "2026-12-03, false",
    "2026-12-04, true",
    "2026-12-14, true",
    "2026-12-15, true",
    "2026-12-20, true",
    "2026-12-21, false"
  })
  void knowsWhenTheChristmasSalaryIsPaid(LocalDate date, boolean isRegalia) {
    assertThat(calendar.on(date).isRegalia()).isEqualTo(isRegalia);
  }

  private List<Payday> paydays(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().flatMap(this::paydays).toList();
  }

  private Stream<Payday> paydays(int year) {
    return calendar.paydaysIn(year).stream();
  }

  private boolean isWorked(LocalDate date) {
    CalendarDay day = calendar.on(date);

    return !day.isWeekend() && !day.isHoliday();
  }
}
