package org.colmado.insights.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SegmentConfidenceTest {
  // D26: docs/defects.md
  @Test
  void theSameMixAsTheStoreHasNoConfidenceHoweverMany() {
    assertThat(
            score(
                Map.of("alcohol", 50_000L, "bakery", 50_000L),
                Map.of("alcohol", 100_000L, "bakery", 100_000L)))
        .isZero();
  }

  // D26: docs/defects.md
  @Test
  void fewVisitsHaveNoConfidenceHoweverOdd() {
    assertThat(score(Map.of("alcohol", 4L), Map.of("alcohol", 50L, "bakery", 50L))).isZero();
  }

  // D26: docs/defects.md
  @Test
  void manyVisitsThatAreOfAKindHaveConfidence() {
    assertThat(
            score(
                Map.of("alcohol", 900L, "bakery", 100L), Map.of("alcohol", 1000L, "bakery", 1000L)))
        .isGreaterThan(0.9);
  }

  // D26: docs/defects.md
  @Test
  void isTheProductOfHowSurelyAndHowMuch() {
    double q = 2 * 10.0 * 10 / (50 * 0.5);
    double spread = 2.0 / 9;
    double q99 = Math.pow(1 - spread + Math.sqrt(spread) * 2.326, 3);
    double effect = Math.sqrt((q - 1) * 0.5 / 100);

    assertThat(
            score(Map.of("alcohol", 60L, "bakery", 40L), Map.of("alcohol", 100L, "bakery", 100L)))
        .isCloseTo((q - q99) / q * effect / 0.3, within(1e-12));
  }

  // D26: docs/defects.md
  @Test
  void aCellThatOnlyTheRestHasCountsAsNone() {
    assertThat(score(Map.of("alcohol", 100L), Map.of("alcohol", 100L, "bakery", 100L)))
        .isGreaterThan(0.9);
  }

  // D26: docs/defects.md
  @Test
  void aSegmentThatIsTheWholeStoreDiffersFromNothing() {
    Map<String, Long> all = Map.of("alcohol", 100L, "bakery", 300L);

    assertThat(score(all, all)).isZero();
    assertThat(score(Map.of(), all)).isZero();
  }

  private static double score(Map<String, Long> segment, Map<String, Long> store) {
    SegmentConfidence confidence = new SegmentConfidence();
    confidence.compare(segment, new TreeMap<>(store));
    return confidence.score();
  }
}
