package org.colmado.insights.plans.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NewsvendorTest {
  @Test
  void isTheTextbooks() {
    double three = Newsvendor.criticalRatio(3 - 1, 1);
    double fifty = Newsvendor.criticalRatio(50 - 20, 20 - 5);

    assertThat(three).isCloseTo(0.6667, within(5e-5));
    assertThat(Newsvendor.normalQuantile(100, 20, three)).isCloseTo(108.6, within(0.05));
    assertThat(fifty).isCloseTo(0.667, within(5e-4));
    assertThat(Newsvendor.normalQuantile(100, 30, fifty)).isCloseTo(113, within(0.1));
  }

  @Test
  void nothingIsWorthHavingThatEarnsNothing() {
    assertThat(Newsvendor.criticalRatio(-1, 2)).isZero();
    assertThat(Newsvendor.criticalRatio(0, 0)).isZero();
  }
}
