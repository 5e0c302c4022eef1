package org.colmado.insights.segments.missions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Figures worked out by hand. */
class AgreementTest {
  private static final int[] A = {0, 0, 1, 1};

  @Test
  void theSameClustersAgreeWholly() {
    assertThat(Agreement.adjustedRand(A, new int[] {1, 1, 0, 0}, 2)).isEqualTo(1);
    assertThat(Agreement.jaccard(A, new int[] {1, 1, 0, 0}, 2)).containsExactly(1, 1);
    assertThat(Agreement.strength(A, new int[] {1, 1, 0, 0}, 2)).isEqualTo(1);
  }

  /** One pair in common, of two and one; by chance 1/3 of a pair; 1.5 at most. */
  @Test
  void aSplitClusterCostsAgreement() {
    int[] split = {0, 0, 1, 2};

    assertThat(Agreement.adjustedRand(A, split, 3)).isCloseTo(4.0 / 7, within(1e-12));
    assertThat(Agreement.jaccard(A, split, 3)).containsExactly(1, 0.5, 0);
    assertThat(Agreement.strength(A, split, 3)).isZero();
  }

  @Test
  void crossedClustersAgreeLessThanByChance() {
    assertThat(Agreement.adjustedRand(A, new int[] {0, 1, 0, 1}, 2)).isCloseTo(-0.5, within(1e-12));
  }
}
