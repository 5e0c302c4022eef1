package org.colmado.insights.segments.missions;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.colmado.insights.table.MissionModels;

/**
 * Finds the missions of one store, and their number, from a sample of its visits.
 *
 * <p>For every k in the range of the settings, these are computed: bootstrap ARI, prediction
 * strength, silhouette, and the gap, log(scatter of shuffled baskets) - log(scatter) (after
 * Tibshirani, Walther and Hastie, JRSS B 2001, 63:411, with shuffled baskets as the reference). A k
 * passes if its ARI, its gap and the Jaccard index of each of its missions reach their minimum
 * (Hennig, CSDA 2007, 52:258, who trusts clusters from 0.75 on). Among those that pass, the k with
 * the highest silhouette is chosen; the current k of the store is kept while it passes. If no k
 * passes, the store has no missions.
 */
record MissionSearch(
    MissionRules.Search search, MissionRules.Weights weights, long seed, int leastVisits)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The result of a fit.
   *
   * @param missions empty: no missions were found
   * @param verdict as {@link MissionModels} has it
   */
  record Found(VisitSpace space, List<Candidate> candidates, List<Mission> missions, String verdict)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** For each visit, the index of its nearest mission. */
    int[] labels(List<Visit> visits) {
      List<Centre> centres = missions.stream().map(Mission::centre).toList();

      return visits.stream()
          .mapToInt(visit -> Centre.nearest(centres, space.place(visit)))
          .toArray();
    }

    /** The candidate that was chosen. */
    Optional<Candidate> chosen() {
      return candidates.stream().filter(Candidate::isChosen).findFirst();
    }
  }

  static MissionSearch of(MissionRules rules) {
    return new MissionSearch(rules.search(), rules.weights(), rules.seed(), rules.leastVisits());
  }

  /**
   * Fits.
   *
   * @param visits sample, in any order
   * @param before current number of missions of the store, kept if it still passes
   */
  Found from(List<Visit> visits, OptionalInt before) {
    List<Visit> ordered = new ArrayList<>(visits);
    ordered.sort(Comparator.comparing(Visit::saleId));
    VisitSpace space = VisitSpace.of(ordered, weights);
    if (ordered.size() < leastVisits) {
      return new Found(space, List.of(), List.of(), MissionModels.TOO_FEW_VISITS);
    }

    VisitPoints points = VisitPoints.of(space.places(ordered));
    List<VisitPoints> shuffled = new ArrayList<>();
    for (int i = 0; i < search.shuffles(); i++) {
      shuffled.add(VisitPoints.of(space.places(ShuffledVisits.of(ordered, seed + i))));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int k = search.leastK(); k <= search.mostK(); k++) {
      candidates.add(Candidate.of(points, shuffled, k, seed, search));
    }

    return candidates.stream()
        .filter(candidate -> passes(candidate, wasThere(candidate, before)))
        .max(
            Comparator.<Candidate, Boolean>comparing(candidate -> wasThere(candidate, before))
                .thenComparing(Candidate::silhouette))
        .map(chosen -> found(space, ordered, points, candidates, chosen))
        .orElse(new Found(space, candidates, List.of(), MissionModels.NO_STRUCTURE));
  }

  private boolean passes(Candidate candidate, boolean wasThere) {
    return candidate.stability() >= search.leastStability()
        && candidate.gap() >= search.leastGap()
        && candidate.leastJaccard()
            >= (wasThere ? search.leastJaccardKept() : search.leastJaccard());
  }

  private static boolean wasThere(Candidate candidate, OptionalInt before) {
    return before.isPresent() && before.getAsInt() == candidate.k();
  }

  private Found found(
      VisitSpace space,
      List<Visit> visits,
      VisitPoints points,
      List<Candidate> candidates,
      Candidate chosen) {
    int[] labels = chosen.clustering().assign(points.places());
    List<Mission> missions = new ArrayList<>();
    for (int i = 0; i < chosen.k(); i++) {
      missions.add(Mission.of(i, visits, labels, chosen, search.leastGap()));
    }

    List<Candidate> marked =
        candidates.stream().map(each -> each.chosen(each.k() == chosen.k())).toList();
    return new Found(space, marked, missions, MissionModels.FOUND);
  }
}
