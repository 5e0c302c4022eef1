package org.colmado.insights.segments.missions;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The centre of a cluster in the space of {@link VisitSpace}. */
final class Centre implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] place;

  Centre(double[] place) {
    this.place = place.clone();
  }

  static Centre of(List<Double> place) {
    return new Centre(place.stream().mapToDouble(value -> value).toArray());
  }

  List<Double> toList() {
    return Arrays.stream(place).boxed().toList();
  }

  /** Squared distance. */
  double distance(double[] point) {
    double sum = 0;
    for (int i = 0; i < place.length; i++) {
      sum += (place[i] - point[i]) * (place[i] - point[i]);
    }
    return sum;
  }

  /** Index of the centre nearest to the point; on a tie, the first. */
  static int nearest(List<Centre> centres, double[] point) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < centres.size(); i++) {
      double distance = centres.get(i).distance(point);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }
}
