package org.colmado.insights.segments.missions;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.mllib.clustering.LocalKMeans;

/** A k-means clustering: its centres and its cost. */
final class Clustering implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Centre> centres;
  private final double cost;

  private Clustering(List<Centre> centres, double cost) {
    this.centres = centres;
    this.cost = cost;
  }

  /**
   * Settings of k-means: MLlib's k-means++ and Lloyd iterations on points in memory, the best of
   * several restarts.
   */
  record KMeans(int restarts, int iterations, long seed) {
    Clustering fit(VisitPoints points, int k) {
      Clustering best = null;
      for (int start = 0; start < restarts; start++) {
        Clustering found = from(Long.hashCode(seed * 31 + start), points, k);
        best = best == null || found.cost < best.cost ? found : best;
      }
      return best;
    }

    private Clustering from(int start, VisitPoints points, int k) {
      List<Centre> centres =
          Arrays.stream(
                  LocalKMeans.kMeansPlusPlus(
                      start, points.vectors(), points.weights(), k, iterations))
              .map(centre -> new Centre(centre.vector().toArray()))
              .toList();

      return new Clustering(centres, costOf(centres, points));
    }

    KMeans withSeed(long other) {
      return new KMeans(restarts, iterations, other);
    }
  }

  int k() {
    return centres.size();
  }

  /** Of one cluster. */
  Centre centre(int number) {
    return centres.get(number);
  }

  /** Sum of squared distances of the points it was fitted on. */
  double cost() {
    return cost;
  }

  /** Number of the nearest centre of each point. */
  int[] assign(double[][] points) {
    return Arrays.stream(points).mapToInt(point -> Centre.nearest(centres, point)).toArray();
  }

  /** Mean simplified silhouette, by distances to centres: -1 to 1. */
  double silhouette(double[][] points) {
    double sum = 0;
    for (double[] point : points) {
      double[] distances =
          centres.stream()
              .mapToDouble(centre -> Math.sqrt(centre.distance(point)))
              .sorted()
              .toArray();
      sum += distances[1] == 0 ? 0 : (distances[1] - distances[0]) / distances[1];
    }
    return sum / points.length;
  }

  private static double costOf(List<Centre> centres, VisitPoints points) {
    double cost = 0;
    for (int i = 0; i < points.places().length; i++) {
      double[] place = points.places()[i];
      cost += points.weights()[i] * centres.get(Centre.nearest(centres, place)).distance(place);
    }
    return cost;
  }
}
