package org.colmado.insights.segments.missions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.colmado.insights.table.MissionEvents;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.Language;
import org.junit.jupiter.api.Test;

/** Samples of a hundred visits, written as runs: old label, new label, visits. */
class MissionTransitionsTest {
  private record Run(int old, int now, int visits) {}

  @Test
  void missionsThatGoOnAreNoEvents() {
    assertThatEvents("m1 m2", "m1 m2", run(0, 0, 60), run(1, 1, 30), run(1, 0, 10)).isEmpty();
  }

  @Test
  void aMissionThatIsMadeOfHalfOfAnotherSplitFromIt() {
    assertThatEvents("m1 m2", "m1 m2 m3", run(0, 0, 40), run(0, 2, 20), run(1, 1, 35), run(1, 2, 5))
        .containsExactly(tuple("split", "m3", "m1", 0.6, 0.25));
  }

  @Test
  void aMissionOfVisitsFromEverywhereAppeared() {
    assertThatEvents(
            "m1 m2 m4",
            "m1 m2 m4 m5",
            run(0, 0, 30),
            run(0, 3, 8),
            run(1, 1, 30),
            run(1, 3, 8),
            run(2, 2, 16),
            run(2, 3, 8))
        .containsExactly(tuple("appeared", "m5", "", null, 0.24));
  }

  @Test
  void aMissionThatIsTakenInByAnotherMerged() {
    assertThatEvents("m1 m2", "m1", run(0, 0, 70), run(1, 0, 30))
        .containsExactly(tuple("merged", "m1", "m2", 0.3, 1.0));
  }

  @Test
  void aMissionWhoseVisitsGoEverywhereFaded() {
    assertThatEvents(
            "m1 m2 m3 m4",
            "m1 m2 m3",
            run(0, 0, 30),
            run(1, 1, 30),
            run(2, 2, 16),
            run(3, 0, 8),
            run(3, 1, 8),
            run(3, 2, 8))
        .containsExactly(tuple("faded", "m4", "", 0.24, null));
  }

  @Test
  void aMissionThatPartsIntoTwoIsToldOnceForEach() {
    List<MissionEvent> events =
        events("m1 m2", "m1 m3 m4", run(0, 0, 40), run(1, 1, 30), run(1, 2, 30));

    assertThatRows(events)
        .containsExactly(
            tuple("split", "m3", "m2", 0.6, 0.3), tuple("split", "m4", "m2", 0.6, 0.3));
    assertThat(events.get(0).text(Language.EN))
        .isEqualTo(
            "What was \"visits m2\" is no longer one kind of visit: \"visits m3\" came out of it,"
                + " with 30.0% of visits.");
    assertThat(events.get(0).text(Language.ES)).contains("visitas m3", "30.0% de las visitas");
  }

  @Test
  void theFirstMissionsAreMarked() {
    assertThatRows(MissionTransitions.first(missions("m1 m2")))
        .containsExactly(tuple("first", "m1", "", null, 0.5), tuple("first", "m2", "", null, 0.5));
  }

  @Test
  void withoutAnyMissionAllFaded() {
    assertThatRows(MissionTransitions.faded(missions("m1 m2"), new int[] {0, 0, 0, 1}))
        .containsExactly(
            tuple("faded", "m1", "", 0.75, null), tuple("faded", "m2", "", 0.25, null));
  }

  private static ListAssert<Tuple> assertThatEvents(String before, String after, Run... runs) {
    return assertThatRows(events(before, after, runs));
  }

  private static ListAssert<Tuple> assertThatRows(List<MissionEvent> events) {
    List<Row> rows =
        events.stream()
            .map(event -> event.toRow("ana", LocalDate.of(2026, 11, 20), "run"))
            .toList();

    return assertThat(
        rows.stream()
            .map(
                row ->
                    Stream.of(
                            MissionEvents.EVENT,
                            MissionEvents.MISSION_ID,
                            MissionEvents.PREDECESSOR_ID,
                            MissionEvents.SHARE_BEFORE,
                            MissionEvents.SHARE_AFTER)
                        .map(MissionEvents.TABLE.schema()::indexOf)
                        .map(row::get)
                        .toArray())
            .map(Tuple::tuple)
            .toList());
  }

  private static List<MissionEvent> events(String before, String after, Run... runs) {
    return MissionTransitions.between(
        missions(before),
        missions(after),
        Stream.of(runs)
            .flatMapToInt(run -> IntStream.generate(run::old).limit(run.visits()))
            .toArray(),
        Stream.of(runs)
            .flatMapToInt(run -> IntStream.generate(run::now).limit(run.visits()))
            .toArray());
  }

  private static Run run(int old, int now, int visits) {
    return new Run(old, now, visits);
  }

  private static List<NamedMission> missions(String ids) {
    return Stream.of(ids.split(" "))
        .map(
            id ->
                new NamedMission(
                    id,
                    new BilingualText("visitas " + id, "visits " + id),
                    new BilingualText("", ""),
                    0.5,
                    1,
                    1,
                    Centre.of(List.of(0.0))))
        .toList();
  }
}
