package org.colmado.insights.baskets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndependenceTest {
  private static final int SHOPS = 4000;
  private static final int BASKETS = 3000;

  @ParameterizedTest
  @CsvSource({"0.10, 0.10, 1.0", "0.05, 0.20, 1.5", "0.04, 0.04, 6.0", "0.30, 0.30, 1.2"})
  void theLowerBoundIsAboveTheTrueLiftInOneShopOfTwenty(double pa, double pb, double lift) {
    Random dice = new Random(7);
    double both = pa * pb * lift;
    int tooHigh = 0;
    for (int shop = 0; shop < SHOPS; shop++) {
      int[] counts = drawn(dice, both, pa - both, pb - both);
      double low =
          Independence.liftLow(counts[0], counts[0] + counts[1], counts[0] + counts[2], BASKETS);
      tooHigh += low > lift ? 1 : 0;
    }

    assertThat((double) tooHigh / SHOPS).isCloseTo(0.05, within(0.02));
  }

  /** Baskets with both items, only the one, only the other. */
  private static int[] drawn(Random dice, double both, double onlyA, double onlyB) {
    int[] counts = new int[3];
    for (int basket = 0; basket < BASKETS; basket++) {
      double at = dice.nextDouble();
      if (at < both) {
        counts[0]++;
      } else if (at < both + onlyA) {
        counts[1]++;
      } else if (at < both + onlyA + onlyB) {
        counts[2]++;
      }
    }
    return counts;
  }

  @ParameterizedTest
  @CsvSource({"30, 200, 300, 4000", "45, 50, 60, 1000", "31, 31, 40, 90", "120, 300, 900, 2500"})
  void theUpperTailIsThatOfTheHypergeometricDistribution(int both, int a, int b, int baskets) {
    HypergeometricDistribution exact =
        new HypergeometricDistribution(new Well19937c(1), baskets, a, b);

    assertThat(Independence.upperTail(both, a, b, baskets))
        .isCloseTo(exact.upperCumulativeProbability(both), Percentage.withPercentage(1e-4));
  }

  @Test
  void theUpperTailOfAMillionBasketsIsFoundAtOnce() {
    assertThat(Independence.upperTail(10_150, 100_000, 100_000, 1_000_000)).isBetween(0.03, 0.06);
    assertThat(Independence.upperTail(90_000, 100_000, 100_000, 1_000_000)).isZero();
  }
}
