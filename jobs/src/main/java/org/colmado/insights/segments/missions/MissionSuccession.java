package org.colmado.insights.segments.missions;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.colmado.insights.segments.missions.MissionSearch.Found;

/**
 * Matches the missions of a new fit with the current ones, and decides which of the two models is
 * used.
 *
 * <p>Both models label the same sample. Missions are matched one to one so that the sum of the
 * Jaccard indices of their visits is maximal. A matched pair that is similar enough is the same
 * mission and keeps id and name. If the new fit leaves nearly all visits in their mission, the old
 * model stays, so that no label changes. If the new fit finds no missions, the old model stays
 * once, as one sample may be poor; the second time in a row it is dropped.
 *
 * @param missions of the fit with ids and names, the largest first
 * @param labelsKept share of the sample with the same mission in both models; empty without an old
 *     model
 * @param isAdopted whether the fit is used from now on
 * @param events what became of the missions; empty if the fit is not used
 */
record MissionSuccession(
    List<NamedMission> missions,
    Optional<Double> labelsKept,
    boolean isAdopted,
    List<MissionEvent> events) {
  MissionSuccession {
    events = isAdopted ? List.copyOf(events) : List.of();
  }

  static MissionSuccession of(
      Found found, List<Visit> sample, Predecessor before, MissionRules rules) {
    Optional<MissionModel> old = before.withMissions();
    int[] oldLabels =
        old.map(model -> sample.stream().mapToInt(model::numberOf).toArray()).orElse(new int[0]);
    if (found.missions().isEmpty()) {
      return new MissionSuccession(
          List.of(),
          Optional.empty(),
          old.isEmpty() || before.foundNone(),
          old.map(model -> MissionTransitions.faded(model.missions(), oldLabels))
              .orElse(List.of()));
    }
    return old.isEmpty()
        ? founded(found, before, rules)
        : succeeding(found, found.labels(sample), oldLabels, before, rules);
  }

  private static MissionSuccession founded(Found found, Predecessor before, MissionRules rules) {
    List<NamedMission> missions = named(found, before.idsUsed(), List.of(), rules);

    return new MissionSuccession(
        bySize(missions),
        Optional.empty(),
        true,
        before.model() == null
            ? MissionTransitions.first(missions)
            : MissionTransitions.appeared(missions));
  }

  private static MissionSuccession succeeding(
      Found found, int[] labels, int[] oldLabels, Predecessor before, MissionRules rules) {
    MissionModel old = before.withMissions().orElseThrow();
    int[] heirs = matched(labels, oldLabels, found.missions().size(), old, rules);
    double kept =
        IntStream.range(0, labels.length).filter(i -> heirs[labels[i]] == oldLabels[i]).count()
            / (double) labels.length;
    List<Optional<NamedMission>> inherited =
        Arrays.stream(heirs)
            .mapToObj(
                heir ->
                    heir < 0
                        ? Optional.<NamedMission>empty()
                        : Optional.of(old.missions().get(heir)))
            .toList();
    boolean isOtherwise = !before.settings().equals(rules.settings());
    List<NamedMission> missions = named(found, before.idsUsed(), inherited, rules);
    return new MissionSuccession(
        bySize(missions),
        Optional.of(kept),
        isOtherwise || kept < rules.leastKept(),
        MissionTransitions.between(old.missions(), missions, oldLabels, labels));
  }

  private static List<NamedMission> bySize(List<NamedMission> missions) {
    return missions.stream()
        .sorted(Comparator.comparingDouble((NamedMission mission) -> -mission.share()))
        .toList();
  }

  /** The old mission of each new one, or -1. */
  private static int[] matched(
      int[] labels, int[] oldLabels, int k, MissionModel old, MissionRules rules) {
    double[][] likeness = Agreement.jaccards(labels, oldLabels, k, old.missions().size());
    int[] heirs = OptimalAssignment.of(likeness);
    for (int i = 0; i < k; i++) {
      if (heirs[i] >= 0 && likeness[i][heirs[i]] < rules.leastLikeness()) {
        heirs[i] = -1;
      }
    }
    return heirs;
  }

  /**
   * The missions in the order of their labels. New ones get ids that the store has never used, the
   * largest first.
   */
  private static List<NamedMission> named(
      Found found, int idsUsed, List<Optional<NamedMission>> inherited, MissionRules rules) {
    MissionNames names = new MissionNames(rules.names());
    Set<String> taken = new HashSet<>();
    inherited.forEach(old -> old.ifPresent(mission -> taken.add(mission.name().es())));
    List<Integer> bySize =
        IntStream.range(0, found.missions().size())
            .boxed()
            .sorted(Comparator.comparing(i -> -found.missions().get(i).visits()))
            .toList();

    int next = idsUsed;
    Map<Integer, NamedMission> named = new TreeMap<>();
    for (int i : bySize) {
      Mission mission = found.missions().get(i);
      Optional<NamedMission> old = inherited.isEmpty() ? Optional.empty() : inherited.get(i);
      if (old.isPresent()) {
        named.put(i, mission.named(old.get().id(), old.get().name(), old.get().description()));
      } else {
        MissionNames.Named name = names.of(mission, taken);
        taken.add(name.name().es());
        next++;
        named.put(i, mission.named("m" + next, name.name(), name.description()));
      }
    }
    return List.copyOf(named.values());
  }
}
