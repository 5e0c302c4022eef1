package org.colmado.insights.segments.missions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colmado.insights.segments.missions.MissionEvent.Kind;
import org.colmado.insights.segments.missions.MissionEvent.Origin;

/**
 * What became of the missions from one model to the next, seen on one sample that both label.
 *
 * <p>A mission that keeps its id goes on and is no event. For the others half of the visits decide,
 * as in MONIC (Spiliopoulou, Ntoutsi, Theodoridis and Schult, KDD 2006, 706):
 *
 * <ol>
 *   <li>A new mission half of whose visits are of one old mission has split from it; else it
 *       appeared.
 *   <li>An old mission that is gone, and from which none has split, has merged into the mission
 *       that has half of its visits; else it faded.
 * </ol>
 */
final class MissionTransitions {
  private static final double HALF = 0.5;

  private final List<NamedMission> before;
  private final List<NamedMission> after;
  private final long[][] visits;
  private final double sample;

  /**
   * @param before missions of the old model, in the order of its labels
   * @param after missions of the new model, in the order of its labels
   */
  private MissionTransitions(
      List<NamedMission> before, List<NamedMission> after, int[] oldLabels, int[] labels) {
    this.before = before;
    this.after = after;
    this.sample = Math.max(oldLabels.length, labels.length);
    this.visits = new long[after.size()][before.size()];
    for (int i = 0; i < Math.min(oldLabels.length, labels.length); i++) {
      visits[labels[i]][oldLabels[i]]++;
    }
  }

  /** Of a store that never had a model: every mission is a first one. */
  static List<MissionEvent> first(List<NamedMission> missions) {
    return missions.stream().map(mission -> came(Kind.FIRST, mission, mission.share())).toList();
  }

  /** Of a store whose model had no missions: every mission appeared. */
  static List<MissionEvent> appeared(List<NamedMission> missions) {
    return missions.stream().map(mission -> came(Kind.APPEARED, mission, mission.share())).toList();
  }

  /** Of a store that has no missions any more: every mission faded. */
  static List<MissionEvent> faded(List<NamedMission> missions, int[] oldLabels) {
    MissionTransitions gone = new MissionTransitions(missions, List.of(), oldLabels, new int[0]);

    return IntStream.range(0, missions.size())
        .mapToObj(
            old ->
                gone.faded(
                    missions.get(old),
                    Arrays.stream(oldLabels).filter(label -> label == old).count() / gone.sample))
        .toList();
  }

  /** From one model with missions to another. */
  static List<MissionEvent> between(
      List<NamedMission> before, List<NamedMission> after, int[] oldLabels, int[] labels) {
    MissionTransitions both = new MissionTransitions(before, after, oldLabels, labels);

    return Stream.concat(
            IntStream.range(0, after.size()).mapToObj(both::arrival),
            IntStream.range(0, before.size()).mapToObj(both::departure))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<MissionEvent> arrival(int mission) {
    NamedMission arrived = after.get(mission);
    if (isIn(before, arrived)) {
      return Optional.empty();
    }

    OptionalInt source = source(mission);
    return Optional.of(
        source.isPresent()
            ? new MissionEvent(
                Kind.SPLIT,
                arrived.id(),
                arrived.name(),
                Optional.of(origin(source.getAsInt())),
                Optional.of(ofOld(source.getAsInt()) / sample),
                Optional.of(ofNew(mission) / sample))
            : came(Kind.APPEARED, arrived, ofNew(mission) / sample));
  }

  private Optional<MissionEvent> departure(int old) {
    NamedMission gone = before.get(old);
    boolean isSplit =
        IntStream.range(0, after.size())
            .filter(mission -> !isIn(before, after.get(mission)))
            .anyMatch(mission -> source(mission).equals(OptionalInt.of(old)));
    if (isIn(after, gone) || isSplit) {
      return Optional.empty();
    }

    OptionalInt heir =
        IntStream.range(0, after.size())
            .filter(mission -> visits[mission][old] >= HALF * ofOld(old) && ofOld(old) > 0)
            .findFirst();
    return Optional.of(
        heir.isPresent()
            ? new MissionEvent(
                Kind.MERGED,
                after.get(heir.getAsInt()).id(),
                after.get(heir.getAsInt()).name(),
                Optional.of(origin(old)),
                Optional.of(ofOld(old) / sample),
                Optional.of(ofNew(heir.getAsInt()) / sample))
            : faded(gone, ofOld(old) / sample));
  }

  /** The old mission that half of the visits of a new one are of. */
  private OptionalInt source(int mission) {
    return IntStream.range(0, before.size())
        .filter(old -> visits[mission][old] >= HALF * ofNew(mission) && ofNew(mission) > 0)
        .findFirst();
  }

  private Origin origin(int old) {
    NamedMission mission = before.get(old);

    return new Origin(mission.id(), mission.name(), isIn(after, mission));
  }

  private double ofNew(int mission) {
    return (double) Arrays.stream(visits[mission]).sum();
  }

  private double ofOld(int old) {
    return (double) Arrays.stream(visits).mapToLong(row -> row[old]).sum();
  }

  private static boolean isIn(List<NamedMission> missions, NamedMission one) {
    return missions.stream().anyMatch(mission -> mission.id().equals(one.id()));
  }

  private static MissionEvent came(Kind kind, NamedMission mission, double share) {
    return new MissionEvent(
        kind, mission.id(), mission.name(), Optional.empty(), Optional.empty(), Optional.of(share));
  }

  private MissionEvent faded(NamedMission mission, double share) {
    return new MissionEvent(
        Kind.FADED,
        mission.id(),
        mission.name(),
        Optional.empty(),
        Optional.of(share),
        Optional.empty());
  }
}
