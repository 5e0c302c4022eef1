package org.colmado.insights.plans.restock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CaseQuantityTest {
  private static final UnitDemand COVER = new UnitDemand(10, 20);
  private static final UnitDemand FOR_EVER = new UnitDemand(2_000, 4_000);

  @Test
  void unitByUnitItIsTheNewsvendorsQuantile() {
    CaseQuantity singles = new CaseQuantity(1, COVER, COVER, 2, 1, 0);

    assertThat(singles.toOrder(0)).isEqualTo((int) COVER.quantile(2 / 3.0));
  }

  @Test
  void whatIsThereIsNotOrderedAgain() {
    CaseQuantity singles = new CaseQuantity(1, COVER, FOR_EVER, 2, 0.1, 5);

    assertThat(singles.toOrder(6)).isEqualTo(singles.toOrder(0) - 6);
    assertThat(singles.toOrder(40)).isZero();
  }

  @Test
  void whatKeepsComesInTheCaseThatIsBegun() {
    CaseQuantity dozens = new CaseQuantity(12, COVER, FOR_EVER, 2, 0.1, 5);

    assertThat(dozens.toOrder(0)).isEqualTo(2);
    assertThat(dozens.toOrder(9)).isEqualTo(1);
  }

  @Test
  void aCaseThatWouldMostlyGoOffIsNotOrdered() {
    UnitDemand oneADay = new UnitDemand(1, 1.5);

    assertThat(new CaseQuantity(10, oneADay, oneADay, 2, 0, 5).toOrder(0)).isZero();
    assertThat(new CaseQuantity(1, oneADay, oneADay, 20, 0, 5).toOrder(0)).isPositive();
  }

  @Test
  void aWholesalersUnitsAreCountedQuickly() {
    UnitDemand large = new UnitDemand(50_000, 4_000_000);
    CaseQuantity singles = new CaseQuantity(1, large, new UnitDemand(5_000_000, 4e8), 2, 0.1, 5);

    assertThat(singles.toOrder(0)).isCloseTo((int) large.quantile(2 / 2.1), within(2));
    assertThat(singles.toOrder(1e9)).isZero();
    assertThat(singles.criticalRatio(1e9)).isBetween(0.0, 1.0);
  }

  @Test
  void whatEarnsNothingIsNotOrdered() {
    assertThat(new CaseQuantity(1, COVER, FOR_EVER, 0, 0, 1).toOrder(0)).isZero();
  }

  @Test
  void theMoreGoesOffTheLowerTheCriticalRatio() {
    UnitDemand week = new UnitDemand(25, 50);
    double keeps = new CaseQuantity(1, COVER, FOR_EVER, 2, 0.01, 5).criticalRatio(12);
    double fresh = new CaseQuantity(1, COVER, week, 2, 0.01, 5).criticalRatio(12);
    double bread = new CaseQuantity(1, COVER, COVER, 2, 0.01, 5).criticalRatio(12);

    assertThat(keeps).isGreaterThan(fresh);
    assertThat(fresh).isGreaterThan(bread);
  }
}
