package org.colmado.insights.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaydaysTest {
  private final ShopCalendar calendar = CalendarFiles.calendar("do");

  /** D2: payday was the 15th or 30th whatever day that was, and February had one payday. */
  @Test
  void d2PaydayIsBroughtForwardToAWorkingDay() {
    List<Payday> expected =
        CalendarFiles.vectors("paydays.csv").stream()
            .map(row -> new Payday(LocalDate.parse(row[0]), LocalDate.parse(row[2])))
            .toList();

    List<Payday> found =
        IntStream.rangeClosed(2023, 2028)
            .boxed()
            .flatMap(year -> calendar.paydaysIn(year).stream())
            .toList();

    assertThat(found).hasSize(144).containsExactlyElementsOf(expected);
  }
}
