package org.colmado.insights.forecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {
  private static final double EXACT = 1e-9;

  /** Failures before the second heads of a coin: {@code 1 - (k + 3) / 2^(k + 2)}. */
  @ParameterizedTest
  @CsvSource({"-1,0", "0,.25", "1,.5", "2,.6875", "3,.8125", "8,.9892578125"})
  void tailsBeforeTheSecondHeads(int count, double probability) {
    assertThat(new NegativeBinomial(2, 2).upTo(count)).isCloseTo(probability, within(EXACT));
  }

  @ParameterizedTest
  @CsvSource({"0.3,1.2", "5,1.5", "12,4", "40,2"})
  void hasItsMeanAndItsVariance(double mean, double ratio) {
    NegativeBinomial counts = new NegativeBinomial(mean, ratio);
    double sum = 0;
    double squares = 0;
    for (int count = 0; count < 400; count++) {
      double above = 1 - counts.upTo(count);
      sum += above;
      squares += (2 * count + 1) * above;
    }

    assertThat(sum).isCloseTo(mean, within(1e-6));
    assertThat(squares - sum * sum).isCloseTo(mean * ratio, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"0.5,1", "6,1", "30,0.4"})
  void isPoissonWhereCountsVaryByChanceOrLess(double mean, double ratio) {
    NegativeBinomial counts = new NegativeBinomial(mean, ratio);
    PoissonDistribution poisson = new PoissonDistribution(mean);

    for (int count = 0; count <= 2 * mean; count++) {
      assertThat(counts.upTo(count)).isCloseTo(poisson.cumulativeProbability(count), within(1e-3));
    }
  }

  @Test
  void moreCountsAreMoreProbable() {
    NegativeBinomial counts = new NegativeBinomial(7, 3);

    for (int count = 0; count < 60; count++) {
      assertThat(counts.upTo(count)).isGreaterThan(counts.upTo(count - 1)).isLessThan(1);
    }
    assertThat(counts.upTo(300)).isCloseTo(1, within(EXACT));
  }

  /** Quantiles of SciPy's nbinom; counts leave one to spare, and tails alike. */
  @ParameterizedTest
  @CsvSource({"100,2,.8,82,118", "100,2,.95,74,129", "30,3,.8,19,43", "20,1.5,.95,10,32"})
  void theIntervalEndsAtTheQuantiles(double mean, double ratio, double share, int low, int high) {
    NegativeBinomial counts = new NegativeBinomial(mean, ratio);
    int[] interval = counts.interval(share);
    double below = counts.upTo(interval[0] - 1);
    double above = 1 - counts.upTo(interval[1]);

    assertThat(interval[0]).isCloseTo(low, within(1));
    assertThat(interval[1]).isCloseTo(high, within(1));
    assertThat(1 - below - above).isCloseTo(share, within(0.01));
    assertThat(below).isCloseTo(above, within(0.006));
  }

  /** Coarse counts: 0 alone has 0.61, 0 and 1 have 0.91, and 0 to 2 have 0.99. */
  @Test
  void fewVisitsHaveTheClosestInterval() {
    assertThat(new NegativeBinomial(0.5, 1).interval(0.8)).containsExactly(0, 1);
    assertThat(new NegativeBinomial(0.5, 1).interval(0.95)).containsExactly(0, 2);
  }

  /** A lopsided count has its closest interval away from the quantiles of equal tails. */
  @Test
  void fewVisitsThatVaryMuchHaveTheClosestIntervalToo() {
    for (double ratio : new double[] {1.5, 1.8, 2.5, 4}) {
      NegativeBinomial counts = new NegativeBinomial(2, ratio);
      int[] interval = counts.interval(0.8);

      assertThat(counts.upTo(interval[1]) - counts.upTo(interval[0] - 1))
          .as("of ratio %s", ratio)
          .isBetween(0.74, 0.86);
    }
  }

  /** Fewer than five visits are too coarse for that. */
  @Test
  void aWiderShareHasAWiderInterval() {
    for (int mean = 5; mean <= 50; mean++) {
      int[] inner = new NegativeBinomial(mean, 1.8).interval(0.8);
      int[] outer = new NegativeBinomial(mean, 1.8).interval(0.95);

      assertThat(outer[0]).isLessThanOrEqualTo(inner[0]);
      assertThat(outer[1]).isGreaterThan(inner[1]);
      assertThat(inner[0]).isLessThanOrEqualTo(mean);
      assertThat(inner[1]).isGreaterThanOrEqualTo(mean);
    }
  }
}
