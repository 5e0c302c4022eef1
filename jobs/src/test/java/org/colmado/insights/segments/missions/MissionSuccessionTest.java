package org.colmado.insights.segments.missions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.colmado.insights.segments.missions.MissionSearch.Found;
import org.junit.jupiter.api.Test;

class MissionSuccessionTest {
  private static final MissionRules RULES = MissionRulesTest.SHIPPED;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final List<Visit> VISITS = PlantedVisits.of(600, 1);
  private static final Found FIRST = MissionSearch.of(RULES).from(VISITS, OptionalInt.empty());
  private static final MissionSuccession FOUNDED =
      MissionSuccession.of(FIRST, VISITS, Predecessor.NONE, RULES);

  @Test
  void theFirstMissionsAreNumberedFromTheLargest() {
    assertThat(FOUNDED.isAdopted()).isTrue();
    assertThat(FOUNDED.labelsKept()).isEmpty();
    assertThat(FOUNDED.missions()).extracting(NamedMission::id).startsWith("m1", "m2");
    assertThat(FOUNDED.missions())
        .isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()));
  }

  @Test
  void noTwoMissionsHaveOneName() {
    assertThat(FOUNDED.missions())
        .extracting(mission -> mission.name().es())
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("cluster"));
  }

  @Test
  void aFitThatAgreesLeavesTheModelThereWas() {
    MissionSuccession succession = MissionSuccession.of(FIRST, VISITS, before(false), RULES);

    assertThat(succession.isAdopted()).isFalse();
    assertThat(succession.labelsKept().orElseThrow()).isEqualTo(1);
    assertThat(new HashSet<>(succession.missions().stream().map(NamedMission::id).toList()))
        .isEqualTo(new HashSet<>(FOUNDED.missions().stream().map(NamedMission::id).toList()));
  }

  @Test
  void aMissionThatGoesAndOneThatComesLeaveTheOthersTheirIdsAndNames() {
    List<Visit> later =
        IntStream.range(0, VISITS.size())
            .mapToObj(
                i ->
                    PlantedVisits.kind(i) == 4
                        ? VISITS.get(i).with(java.util.Map.of("tobacco", 1.0))
                        : VISITS.get(i))
            .toList();
    Found next = MissionSearch.of(RULES).from(later, OptionalInt.empty());
    MissionSuccession succession = MissionSuccession.of(next, later, before(false), RULES);
    List<String> old = FOUNDED.missions().stream().map(NamedMission::id).toList();

    assertThat(succession.missions())
        .filteredOn(mission -> old.contains(mission.id()))
        .isNotEmpty()
        .allMatch(
            mission ->
                FOUNDED.missions().stream()
                    .anyMatch(
                        founded ->
                            founded.id().equals(mission.id())
                                && founded.name().equals(mission.name())));
    assertThat(succession.missions()).extracting(NamedMission::id).doesNotHaveDuplicates();
  }

  @Test
  void missionsThatAreNotFoundStayOnceAndGoTheSecondTime() {
    List<Visit> noise = PlantedVisits.noise(600, 2);
    Found none = MissionSearch.of(RULES).from(noise, OptionalInt.of(5));

    assertThat(MissionSuccession.of(none, noise, before(false), RULES).isAdopted()).isFalse();
    assertThat(MissionSuccession.of(none, noise, before(true), RULES).isAdopted()).isTrue();
  }

  @Test
  void isDueAfterAWeekAndByOtherSettings() {
    Predecessor last = before(false);

    assertThat(last.isDue(DAY.plusDays(6), RULES)).isFalse();
    assertThat(last.isDue(DAY.plusDays(7), RULES)).isTrue();
    assertThat(Predecessor.NONE.isDue(DAY, RULES)).isTrue();
    assertThat(new Predecessor(last.model(), DAY, false, "other", 5).isDue(DAY.plusDays(1), RULES))
        .isTrue();
  }

  private static Predecessor before(boolean foundNone) {
    MissionModel model = new MissionModel("ana", DAY, "v1", FIRST.space(), FOUNDED.missions());

    return new Predecessor(model, DAY, foundNone, RULES.settings(), FOUNDED.missions().size());
  }
}
