package org.colmado.insights.plans.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StockOutDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 8, 3);

  @Test
  void demandBehindAnEmptyShelfIsNotKnown() {
    DailySeries sold = new DailySeries(FIRST, new double[] {5, 5, 2, 0, 0, 5, 5, 0});
    CensoredDemand shelf = new CensoredDemand(Map.of(FIRST.plusDays(2), 0.0), List.of());

    assertThat(shelf.censored(sold).values())
        .containsExactly(5, 5, Double.NaN, Double.NaN, Double.NaN, 5, 5, 0);
    assertThat(shelf.censored(sold).mean()).isCloseTo(4, within(1e-9));
  }

  @Test
  void aDayThatSoldOutOnMuchStaysAsTheLeastThatWasAskedFor() {
    DailySeries sold = new DailySeries(FIRST, new double[] {5, 5, 9, 0});

    assertThat(
            new CensoredDemand(Map.of(FIRST.plusDays(2), 0.0), List.of()).censored(sold).values())
        .containsExactly(5, 5, 9, Double.NaN);
  }

  @Test
  void goodsThatComeOrAreFoundEndIt() {
    DailySeries sold = new DailySeries(FIRST, new double[] {5, 0, 0, 0, 0});
    Map<LocalDate, Double> counts = Map.of(FIRST, 0.0, FIRST.plusDays(3), 4.0);

    assertThat(new CensoredDemand(counts, List.of(FIRST.plusDays(2))).censored(sold).values())
        .containsExactly(5, Double.NaN, 0, 0, 0);
    assertThat(new CensoredDemand(counts, List.of()).censored(sold).values())
        .containsExactly(5, Double.NaN, Double.NaN, Double.NaN, 0);
  }

  @Test
  void withoutACountOfNothingAllIsAsItWasSold() {
    DailySeries sold = new DailySeries(FIRST, new double[] {5, 0, 0});

    assertThat(new CensoredDemand(Map.of(FIRST, 3.0), List.of()).censored(sold)).isSameAs(sold);
  }
}
