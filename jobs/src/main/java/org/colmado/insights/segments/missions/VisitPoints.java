package org.colmado.insights.segments.missions;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.mllib.clustering.VectorWithNorm;

/** Visits as weighted points for k-means. */
final class VisitPoints {
  private final double[][] places;
  private final VectorWithNorm[] vectors;
  private final double[] weights;

  private VisitPoints(double[][] places, VectorWithNorm[] vectors, double[] weights) {
    this.places = places;
    this.vectors = vectors;
    this.weights = weights;
  }

  static VisitPoints of(double[][] places) {
    double[] weights = new double[places.length];
    Arrays.fill(weights, 1);

    return new VisitPoints(
        places,
        Arrays.stream(places).map(VectorWithNorm::new).toArray(VectorWithNorm[]::new),
        weights);
  }

  /** A bootstrap sample: a point that is drawn twice appears once with weight 2. */
  VisitPoints drawn(long seed) {
    Random random = new Random(seed);
    double[] times = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      times[random.nextInt(places.length)]++;
    }

    return part(IntStream.range(0, times.length).filter(i -> times[i] > 0).toArray(), times);
  }

  /** Two halves at random. */
  VisitPoints[] halves(long seed) {
    Random random = new Random(seed);
    int[] mixed = IntStream.range(0, places.length).toArray();
    for (int i = mixed.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int number = mixed[i];
      mixed[i] = mixed[j];
      mixed[j] = number;
    }

    int middle = mixed.length / 2;
    return new VisitPoints[] {
      part(Arrays.copyOfRange(mixed, 0, middle), weights),
      part(Arrays.copyOfRange(mixed, middle, mixed.length), weights)
    };
  }

  private VisitPoints part(int[] numbers, double[] ofAll) {
    return new VisitPoints(
        Arrays.stream(numbers).mapToObj(i -> places[i]).toArray(double[][]::new),
        Arrays.stream(numbers).mapToObj(i -> vectors[i]).toArray(VectorWithNorm[]::new),
        Arrays.stream(numbers).mapToDouble(i -> ofAll[i]).toArray());
  }

  double[][] places() {
    return places;
  }

  VectorWithNorm[] vectors() {
    return vectors;
  }

  double[] weights() {
    return weights;
  }
}
