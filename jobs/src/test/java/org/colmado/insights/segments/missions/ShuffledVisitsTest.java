package org.colmado.insights.segments.missions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShuffledVisitsTest {
  private static final List<Visit> VISITS = PlantedVisits.of(500, 4);
  private static final List<Visit> SHUFFLED = ShuffledVisits.of(VISITS, 5);

  @Test
  void everyVisitKeepsItsNumberOfCategoriesAndItsShares() {
    for (int i = 0; i < VISITS.size(); i++) {
      assertThat(SHUFFLED.get(i).weights().values())
          .containsExactlyInAnyOrderElementsOf(VISITS.get(i).weights().values());
    }
  }

  @Test
  void everyCategoryKeepsItsNumberOfVisits() {
    assertThat(visitsByCategory(SHUFFLED)).isEqualTo(visitsByCategory(VISITS));
  }

  @Test
  void whatWentTogetherDoesNotAnyMore() {
    assertThat(SHUFFLED)
        .filteredOn(visit -> visit.weights().keySet().containsAll(List.of("bakery", "coffee")))
        .hasSizeLessThan(VISITS.size() / 10);
  }

  private static Map<String, Integer> visitsByCategory(List<Visit> visits) {
    Map<String, Integer> counts = new TreeMap<>();
    visits.forEach(
        visit -> visit.weights().keySet().forEach(code -> counts.merge(code, 1, Integer::sum)));
    return counts;
  }
}
