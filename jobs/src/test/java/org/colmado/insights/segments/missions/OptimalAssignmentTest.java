package org.colmado.insights.segments.missions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptimalAssignmentTest {
  @Test
  void takesTheGreatestSumWhereTheGreatestPairIsInTheWay() {
    assertThat(OptimalAssignment.of(new double[][] {{0.9, 0.8}, {0.8, 0.1}})).containsExactly(1, 0);
  }

  @Test
  void leavesARowOutWhereThereAreMoreRowsThanColumns() {
    assertThat(OptimalAssignment.of(new double[][] {{0.2}, {0.7}, {0.3}}))
        .containsExactly(-1, 0, -1);
  }

  @Test
  void leavesAColumnOutWhereThereAreMoreColumns() {
    assertThat(OptimalAssignment.of(new double[][] {{0.1, 0.2, 0.9}})).containsExactly(2);
  }

  @Test
  void matchesNothingWithNothing() {
    assertThat(OptimalAssignment.of(new double[0][0])).isEmpty();
  }
}
