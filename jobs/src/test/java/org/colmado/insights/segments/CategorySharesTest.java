package org.colmado.insights.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CategorySharesTest {
  // D30: docs/defects.md
  @Test
  void sharesAddToOneInTheOrderOfTheirKeys() {
    assertThat(CategoryShares.shares(Map.of("unknown", 1L, "card", 3L)).entrySet())
        .containsExactly(Map.entry("card", 0.75), Map.entry("unknown", 0.25));
  }

  // D30: docs/defects.md
  @Test
  void whatIsWorthNothingHasNoShares() {
    assertThat(CategoryShares.shares(Map.of("card", 0L))).isEmpty();
    assertThat(CategoryShares.shares(Map.of())).isEmpty();
  }

  // D23: docs/defects.md
  @Test
  void liftIsTheShareAgainstThatOfTheStore() {
    assertThat(
            CategoryShares.lifts(
                Map.of("bakery", 0.5, "given", 0.0),
                Map.of("bakery", 25L, "given", 0L, "meat", 75L)))
        .containsExactly(Map.entry("bakery", 2.0));
  }

  // D23: docs/defects.md
  @Test
  void topCategoriesAreTheFiveLargestThatAreClassified() {
    Map<String, Double> shares =
        Map.of("unclassified", 0.5, "f", 0.01, "b", 0.1, "a", 0.1, "c", 0.2, "d", 0.05, "e", 0.04);

    assertThat(CategoryShares.top(new TreeMap<>(shares)))
        .isEqualTo(List.of("c", "a", "b", "d", "e"));
  }
}
