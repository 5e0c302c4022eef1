package org.colmado.insights.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SalesFiguresTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 8, 14);

  @Test
  void addsUpTheLastThirtyDaysWithSales() {
    SalesFigures trade =
        SalesFigures.from("ana", IntStream.range(0, 57).mapToObj(SalesFiguresTest::day).toList());

    assertThat(trade.days()).isEqualTo(30);
    assertThat(trade.firstOn()).isEqualTo(FRIDAY.minusDays(29));
    assertThat(trade.tickets()).isEqualTo(30 * 100 + 29 * 30 / 2);
    assertThat(trade.revenue()).isEqualByComparingTo("300");
  }

  @Test
  void theUsualIsTheMeanOfEightWeeksBefore() {
    SalesFigures trade =
        SalesFigures.from("ana", IntStream.range(0, 70).mapToObj(SalesFiguresTest::day).toList());

    assertThat(trade.usual().orElseThrow().tickets()).isEqualTo(100 + 7 * 4.5);
    assertThat(trade.usual().orElseThrow().revenue()).isEqualByComparingTo("10");
  }

  @Test
  void withoutASameWeekdayNothingIsUsual() {
    assertThat(SalesFigures.from("ana", List.of(day(0), day(1))).usual()).isEmpty();
    assertThat(SalesFigures.from("ana", List.of(day(0), day(63))).usual()).isEmpty();
  }

  /** So many days before the Friday: as many tickets more than a hundred. */
  private static SalesFigures.Day day(int before) {
    return new SalesFigures.Day(FRIDAY.minusDays(before), 100L + before, BigDecimal.TEN);
  }
}
