package org.colmado.insights.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.colmado.insights.config.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an editor of a calendar file can do, and what he is told when it is wrong. */
class CalendarRulesTest {
  private static final String NO_OVERRIDES = "overrides: {added: [], moved: [], removed: []}";

  @TempDir Path folder;

  /** D4: a decree is a line in the file. */
  // D4: docs/defects.md
  @Test
  void aDecreeAddsAHolidayForOneYear() {
    ShopCalendar calendar =
        with(
            NO_OVERRIDES,
            """
            overrides:
              added:
                - {id: mourning, name-es: Duelo nacional, name-en: Mourning, date: 2027-03-15, source: Decreto 1-27}
              moved: []
              removed: []
            """);

    assertThat(calendar.on(LocalDate.of(2027, 3, 15)).holiday()).hasValue("Duelo nacional");
    assertThat(calendar.paydaysIn(2027))
        .contains(new Payday(LocalDate.of(2027, 3, 15), LocalDate.of(2027, 3, 12)));
    assertThat(calendar.on(LocalDate.of(2028, 3, 15)).isHoliday()).isFalse();
  }

  // D4: docs/defects.md
  @Test
  void aDecreeMovesAHolidayInOneYear() {
    ShopCalendar calendar =
        with(
            NO_OVERRIDES,
            """
            overrides:
              added: []
              moved: [{holiday: restoration, year: 2028, to: 2028-08-14, source: Decreto 2-28}]
              removed: []
            """);

    assertThat(calendar.on(LocalDate.of(2028, 8, 14)).holiday()).hasValue("Restauración");
    assertThat(calendar.on(LocalDate.of(2028, 8, 16)).isHoliday()).isFalse();
    assertThat(calendar.on(LocalDate.of(2029, 8, 16)).isHoliday()).isTrue();
  }

  // D4: docs/defects.md
  @Test
  void aDecreeRemovesAHolidayInOneYear() {
    ShopCalendar calendar =
        with(
            NO_OVERRIDES,
            """
            overrides:
              added: []
              moved: []
              removed: [{holiday: mercedes, year: 2027, source: Decreto 3-27}]
            """);

    assertThat(calendar.holidaysIn(2027)).hasSize(11);
    assertThat(calendar.holidaysIn(2028)).hasSize(12);
  }

  @Test
  void keepsAHolidayOnlyInTheYearsOfItsRule() {
    ShopCalendar calendar =
        with(
            "{month-day: \"09-24\"}}",
            "{month-day: \"09-24\"}, from-year: 2020, until-year: 2021}");

    assertThat(calendar.holidaysIn(2019)).hasSize(11);
    assertThat(calendar.holidaysIn(2020)).hasSize(12);
    assertThat(calendar.holidaysIn(2021)).hasSize(12);
    assertThat(calendar.holidaysIn(2022)).hasSize(11);
  }

  /** D2: the custom is not law, so the file decides. */
  // D2: docs/defects.md
  @ParameterizedTest
  @CsvSource({
    "'[15, 30]', PREVIOUS, 2026-02-28, 2026-02-26",
    "'[15, 30]', NEXT, 2026-02-28, 2026-03-02",
    "'[15, 30]', SAME, 2026-02-28, 2026-02-28",
    "'[15, 31]', PREVIOUS, 2026-05-31, 2026-05-29",
    "'[15, 31]', PREVIOUS, 2026-04-30, 2026-04-30",
    "'[25]', PREVIOUS, 2026-12-25, 2026-12-24"
  })
  void nominalDaysAndTheMoveAreSettings(
      String days, String move, LocalDate nominal, LocalDate observed) {
    Path file = edited("nominal-days: [15, 30]", "nominal-days: " + days);
    ShopCalendar calendar =
        ShopCalendar.read(
            "edited", edited(file, "not-working-day: PREVIOUS", "not-working-day: " + move));

    assertThat(calendar.paydaysIn(2026)).contains(new Payday(nominal, observed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "shift: labour-day} | shift: labor-day} | holidays.labour-day.shift: found labor-day, expected one of",
        "{id: epiphany, | {id: new-year, | expected every id once",
        "month-day: \"02-27\" | month-day: \"02-30\" | 'holidays[4].date': month-day: found '02-30', expected a day of the year as MM-DD",
        "month-day: \"02-27\" | month-day: \"02-27\", days-after-ester: 3 | 'holidays[4].date.days-after-ester' is unknown",
        "{month-day: \"02-27\"} | {} | 'holidays[4].date': date: found 0 rules, expected one of",
        "nth: -1, day: SUNDAY, month: 5 | nth: 5, day: SUNDAY, month: 5 | nth: found 5, expected 1 to 4, or -1",
        "day: SUNDAY, month: 5 | day: DOMINGO, month: 5 | DOMINGO",
        "day: SUNDAY, month: 5 | day: SUNDAY, month: 13 | month: found 13, expected 1 to 12",
        "TUESDAY: -1, WEDNESDAY: -2, THURSDAY: 4, FRIDAY: 3} | TUESDAY: -10} | shifts.law-139-97.TUESDAY: found -10, expected -6 to 6",
        "nominal-days: [15, 30] | nominal-days: [15, 32] | 'pay': nominal-days: found 32, expected 1 to 31",
        "nominal-days: [15, 30] | nominal-days: [] | 'pay': nominal-days: found [], expected at least one day",
        "not-working-day: PREVIOUS | not-working-day: BEFORE | BEFORE",
        "removed: [] | removed: [{holiday: carnival, year: 2027, source: x}] | overrides: found carnival, expected one of",
        "name-es: Independencia, | `` | 'holidays[4].name-es': found nothing, expected a value",
        "{id: holy_week, | {id: Holy-Week, | id: found 'Holy-Week', expected snake_case"
      })
  void saysWhatIsWrongInAFile(String right, String wrong, String message) {
    assertThatThrownBy(() -> with(right, wrong))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("edited.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void saysThatThereIsNoSuchCalendar() {
    assertThatThrownBy(() -> ShopCalendar.read("ht", folder.resolve("ht.yaml")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("ht.yaml: there is no such file");
  }

  /** The Dominican calendar with one edit. */
  private ShopCalendar with(String before, String after) {
    return ShopCalendar.read("edited", edited(before, after));
  }

  private Path edited(String before, String after) {
    return edited(CalendarFiles.file("do"), before, after);
  }

  private Path edited(Path original, String before, String after) {
    try {
      String text = Files.readString(original);
      assertThat(text).contains(before);
      return Files.writeString(folder.resolve("edited.yaml"), text.replace(before, after));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
