package org.colmado.insights.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasterSundayTest {
  /** The earliest and latest that Easter can be, and the two exceptions of the epact. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1818-03-22",
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2024-03-31",
        "2025-04-20",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "2285-03-22"
      })
  void isTheKnownDate(String easter) {
    LocalDate date = LocalDate.parse(easter);

    assertThat(EasterSunday.of(date.getYear())).isEqualTo(date);
  }

  @Test
  void isASundayFrom22MarchTo25April() {
    assertThat(IntStream.rangeClosed(1583, 4000).mapToObj(EasterSunday::of))
        .allSatisfy(
            easter -> {
              assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
              assertThat(MonthDay.from(easter)).isBetween(MonthDay.of(3, 22), MonthDay.of(4, 25));
            });
  }
}
