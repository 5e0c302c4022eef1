package org.colmado.insights.segments.missions;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.colmado.insights.segments.missions.Clustering.KMeans;

/**
 * A candidate number of missions k, with its quality measures.
 *
 * @param stability mean adjusted Rand index between the clusters and those of bootstrap samples
 * @param strength prediction strength, mean over halvings
 * @param silhouette mean simplified silhouette (distances to centres), -1 to 1
 * @param gap log scatter of shuffled baskets minus that of the visits; about 0 means no structure
 * @param jaccard of each cluster, mean over the bootstrap samples (Hennig, CSDA 2007, 52:258)
 */
record Candidate(
    int k,
    double stability,
    double strength,
    double silhouette,
    double gap,
    List<Double> jaccard,
    Clustering clustering,
    boolean isChosen)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static Candidate of(
      VisitPoints points,
      List<VisitPoints> shuffled,
      int k,
      long seed,
      MissionRules.Search search) {
    Clustering whole = new KMeans(search.restarts(), search.iterations(), seed).fit(points, k);
    KMeans kMeans = new KMeans(search.redrawnRestarts(), search.iterations(), seed);
    int[] labels = whole.assign(points.places());
    double[] jaccard = new double[k];
    double stability = 0;
    for (int i = 0; i < search.bootstraps(); i++) {
      KMeans drawn = kMeans.withSeed(kMeans.seed() + 1 + i);
      int[] others = drawn.fit(points.drawn(drawn.seed()), k).assign(points.places());
      stability += Agreement.adjustedRand(labels, others, k) / search.bootstraps();
      double[] likeness = Agreement.jaccard(labels, others, k);
      Arrays.setAll(jaccard, each -> jaccard[each] + likeness[each] / search.bootstraps());
    }

    return new Candidate(
        k,
        stability,
        strength(points, k, kMeans, search.halvings()),
        whole.silhouette(points.places()),
        gap(whole, shuffled, kMeans),
        Arrays.stream(jaccard).boxed().toList(),
        whole,
        false);
  }

  /** Jaccard index of the least stable cluster. */
  double leastJaccard() {
    return jaccard.stream().mapToDouble(value -> value).min().orElse(0);
  }

  Candidate chosen(boolean is) {
    return new Candidate(k, stability, strength, silhouette, gap, jaccard, clustering, is);
  }

  private static double strength(VisitPoints points, int k, KMeans kMeans, int halvings) {
    double sum = 0;
    for (int i = 0; i < halvings; i++) {
      VisitPoints[] halves = points.halves(kMeans.seed() + i);
      double[][] other = halves[1].places();
      int[] own = kMeans.fit(halves[1], k).assign(other);
      int[] predicted = kMeans.fit(halves[0], k).assign(other);
      sum += Agreement.strength(own, predicted, k);
    }
    return sum / halvings;
  }

  private static double gap(Clustering whole, List<VisitPoints> shuffled, KMeans kMeans) {
    return shuffled.stream()
            .mapToDouble(points -> Math.log(kMeans.fit(points, whole.k()).cost()))
            .average()
            .orElse(0)
        - Math.log(whole.cost());
  }
}
