package org.colmado.insights.segments.missions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.colmado.insights.segments.missions.MissionSearch.Found;
import org.colmado.insights.table.MissionModels;
import org.junit.jupiter.api.Test;

class MissionSearchTest {
  private static final MissionSearch FIT = MissionSearch.of(MissionRulesTest.SHIPPED);
  private static final List<Visit> PLANTED = PlantedVisits.of(600, 1);
  private static final Found FOUND = FIT.from(PLANTED, OptionalInt.empty());

  @Test
  void findsThePlantedMissions() {
    int[] planted = IntStream.range(0, PLANTED.size()).map(PlantedVisits::kind).toArray();
    int most = Math.max(FOUND.missions().size(), PlantedVisits.KINDS.size());

    assertThat(FOUND.verdict()).isEqualTo(MissionModels.FOUND);
    assertThat(Agreement.adjustedRand(FOUND.labels(PLANTED), planted, most)).isGreaterThan(0.9);
    assertThat(FOUND.chosen().orElseThrow().stability()).isGreaterThanOrEqualTo(0.85);
    assertThat(FOUND.missions()).allMatch(mission -> mission.confidence() > 0.7);
  }

  // D26: docs/defects.md
  @Test
  void noiseHasNoMissionsAndAnyThatAreForcedOnItHaveLowConfidence() {
    Found found = FIT.from(PlantedVisits.noise(600, 2), OptionalInt.empty());

    assertThat(found.verdict()).isEqualTo(MissionModels.NO_STRUCTURE);
    assertThat(found.missions()).isEmpty();
    assertThat(found.candidates())
        .hasSize(9)
        .allSatisfy(
            candidate ->
                assertThat(candidate.jaccard())
                    .allMatch(jaccard -> Mission.confidence(jaccard, candidate.gap(), 0.10) < 0.3));
  }

  @Test
  void shuffledBasketsHaveNoMissions() {
    Found found = FIT.from(ShuffledVisits.of(PLANTED, 99), OptionalInt.empty());

    assertThat(found.verdict()).isEqualTo(MissionModels.NO_STRUCTURE);
  }

  @Test
  void fewVisitsAreNotLookedAt() {
    Found found = FIT.from(PLANTED.subList(0, 400), OptionalInt.empty());

    assertThat(found.verdict()).isEqualTo(MissionModels.TOO_FEW_VISITS);
    assertThat(found.candidates()).isEmpty();
  }

  @Test
  void theOrderOfTheVisitsIsNoMatter() {
    List<Visit> mixed = new java.util.ArrayList<>(PLANTED);
    Collections.shuffle(mixed, new Random(3));

    assertThat(FIT.from(mixed, OptionalInt.empty()).candidates())
        .extracting(Candidate::stability)
        .isEqualTo(FOUND.candidates().stream().map(Candidate::stability).toList());
  }

  @Test
  void keepsTheNumberTheStoreHadWhileItPasses() {
    int other =
        FOUND.candidates().stream()
            .filter(candidate -> candidate.leastJaccard() >= 0.75 && candidate.stability() >= 0.85)
            .mapToInt(Candidate::k)
            .min()
            .orElseThrow();

    assertThat(FIT.from(PLANTED, OptionalInt.of(other)).missions()).hasSize(other);
  }
}
