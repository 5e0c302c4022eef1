package org.colmado.insights.plans.restock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class UnitDemandTest {
  @Test
  void isPoissonWhereVarianceIsTheMean() {
    double[] chances = new UnitDemand(3, 3).cumulativeProbabilities(8);

    for (int units = 0; units <= 8; units++) {
      assertThat(chances[units])
          .isCloseTo(new PoissonDistribution(3).cumulativeProbability(units), within(1e-9));
    }
  }

  @Test
  void hasTheMeanAndVarianceItWasGiven() {
    for (UnitDemand demand :
        new UnitDemand[] {
          new UnitDemand(0.2, 0.6), new UnitDemand(12, 40), new UnitDemand(500, 900)
        }) {
      double[] chances = demand.cumulativeProbabilities(2_000);
      double mean = 0;
      double squares = 0;
      for (int units = 1; units < chances.length; units++) {
        double chance = chances[units] - chances[units - 1];
        mean += chance * units;
        squares += chance * units * units;
      }

      assertThat(mean).isCloseTo(demand.mean(), within(0.01));
      assertThat(squares - mean * mean).isCloseTo(demand.variance(), within(0.3));
    }
  }

  @Test
  void aQuantileIsTheFirstThatIsEnough() {
    UnitDemand demand = new UnitDemand(4, 9);
    double[] chances = demand.cumulativeProbabilities(40);
    int quantile = (int) demand.quantile(0.9);

    assertThat(chances[quantile]).isGreaterThanOrEqualTo(0.9);
    assertThat(chances[quantile - 1]).isLessThan(0.9);
    assertThat(new UnitDemand(0, 0).quantile(0.99)).isZero();
  }

  @Test
  void whatIsLeftIsTheStockLessTheDemandButNeverLessThanNothing() {
    UnitDemand.Left much = new UnitDemand(5, 7).leftOf(100);
    UnitDemand.Left little = new UnitDemand(5, 5).leftOf(1);

    assertThat(new UnitDemand(5, 7).leftOf(1e9).mean()).isEqualTo(1e9 - 5);
    assertThat(much.mean()).isCloseTo(95, within(1e-6));
    assertThat(much.variance()).isCloseTo(7, within(1e-6));
    assertThat(little.mean()).isCloseTo(Math.exp(-5), within(1e-9));
    assertThat(new UnitDemand(0, 0).leftOf(2.5).mean()).isEqualTo(2.5);
  }

  @Test
  void refusesWhatIsNoDemand() {
    assertThatThrownBy(() -> new UnitDemand(Double.NaN, 1)).hasMessageContaining("mean NaN");
  }
}
