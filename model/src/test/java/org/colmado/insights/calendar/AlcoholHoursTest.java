package org.colmado.insights.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlcoholHoursTest {
  private static final AlcoholHours HOURS = AlcoholHours.read(Path.of("../conf/alcohol.yaml"));
  private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
  private static final LocalDate FRIDAY = THURSDAY.plusDays(1);

  /** Decree 308-06. */
  @Test
  void theNightEndsAtMidnightAndOnFridayAtTwo() {
    assertThat(HOURS.isSold(THURSDAY, 23)).isTrue();
    assertThat(HOURS.isSold(THURSDAY, 0)).isFalse();
    assertThat(HOURS.isSold(FRIDAY, 1)).isTrue();
    assertThat(HOURS.isSold(FRIDAY, 2)).isFalse();
    assertThat(HOURS.isSold(FRIDAY, 9)).isFalse();
  }

  @Test
  void noneOnGoodFriday() {
    assertThat(HOURS.isSold(LocalDate.of(2027, 3, 26), 15)).isFalse();
    assertThat(HOURS.everyDayOf(LocalDate.of(2027, 3, 22))).isEmpty();
  }

  @Test
  void anOrdinaryWeekHasTheHoursOfItsStrictestDay() {
    assertThat(HOURS.everyDayOf(THURSDAY))
        .containsExactlyElementsOf(IntStream.range(10, 24).boxed().toList());
  }
}
