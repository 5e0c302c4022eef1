package org.colmado.insights.plans.restock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.colmado.insights.plans.demand.CategoryForecast;
import org.colmado.insights.plans.demand.DailySeries;
import org.junit.jupiter.api.Test;

class ProductDemandTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final RestockRules.Demand RULES = new RestockRules.Demand(182, 56, 28, 0.1, 0.02);
  private static final CategoryForecast EVEN = category(day -> 100, Map.of());

  @Test
  void steadyDemandIsItsMean() {
    ProductDemand demand = ProductDemand.of(days(140, day -> 6), EVEN, RULES);

    assertThat(demand.isIntermittent()).isFalse();
    assertThat(demand.level()).isCloseTo(6, within(1e-6));
    assertThat(demand.over(MONDAY.plusDays(140), MONDAY.plusDays(142), EVEN).mean())
        .isCloseTo(18, within(1e-6));
  }

  @Test
  void aChangeOfLevelIsFollowed() {
    ProductDemand demand = ProductDemand.of(days(140, day -> day < 84 ? 4 : 8), EVEN, RULES);

    assertThat(demand.level()).isBetween(7.0, 8.0);
  }

  @Test
  void weekdaysOfAFastMoverAreItsOwn() {
    ProductDemand demand = ProductDemand.of(days(140, day -> day % 7 == 5 ? 30 : 10), EVEN, RULES);
    UnitDemand saturday = demand.over(MONDAY.plusDays(145), MONDAY.plusDays(145), EVEN);
    UnitDemand tuesday = demand.over(MONDAY.plusDays(141), MONDAY.plusDays(141), EVEN);

    assertThat(saturday.mean() / tuesday.mean()).isBetween(2.5, 3.0);
  }

  @Test
  void weekdaysOfASlowMoverAreThoseOfItsCategory() {
    CategoryForecast weekend = category(day -> day % 7 == 5 ? 300 : 100, Map.of());
    ProductDemand demand =
        ProductDemand.of(days(140, day -> day % 20 == 0 ? 1 : 0), weekend, RULES);

    assertThat(demand.isIntermittent()).isTrue();
    assertThat(demand.week().get(5) / demand.week().get(1)).isBetween(2.5, 3.2);
  }

  @Test
  void whatNobodyWantsAnyMoreFades() {
    ProductDemand wanted = ProductDemand.of(days(140, day -> day % 5 == 0 ? 2 : 0), EVEN, RULES);
    ProductDemand gone =
        ProductDemand.of(days(140, day -> day % 5 == 0 && day < 60 ? 2 : 0), EVEN, RULES);

    assertThat(wanted.level()).isCloseTo(0.4, within(0.05));
    assertThat(gone.level()).isLessThan(0.1);
  }

  @Test
  void closedDaysAreNoDaysWithoutDemand() {
    ProductDemand demand =
        ProductDemand.of(days(140, day -> day % 7 == 6 ? Double.NaN : 6), EVEN, RULES);

    assertThat(demand.level()).isCloseTo(6, within(1e-6));
    assertThat(demand.daysKnown()).isEqualTo(120);
  }

  @Test
  void theForecastOfTheCategoryLiftsItsProducts() {
    LocalDate payday = MONDAY.plusDays(141);
    CategoryForecast outlook = category(day -> 100, Map.of(payday, 150.0));
    ProductDemand demand = ProductDemand.of(days(140, day -> 6), outlook, RULES);

    assertThat(demand.over(payday, payday, outlook).mean()).isCloseTo(9, within(1e-6));
  }

  @Test
  void aDayOfHistoryIsEnoughForAnAnswer() {
    ProductDemand demand = ProductDemand.of(days(1, day -> 3), EVEN, RULES);

    assertThat(demand.level()).isPositive().isFinite();
    assertThat(ProductDemand.of(days(5, day -> 0), EVEN, RULES).level()).isZero();
  }

  private static DailySeries days(int count, IntToDoubleFunction units) {
    double[] values = new double[count];
    Arrays.setAll(values, units);
    return new DailySeries(MONDAY, values);
  }

  private static CategoryForecast category(
      IntToDoubleFunction revenue, Map<LocalDate, Double> forecast) {
    return CategoryForecast.of(days(140, revenue), forecast);
  }
}
