package org.colmado.insights.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects p-values for multiple testing (Benjamini and Hochberg, Journal of the Royal Statistical
 * Society B 1995).
 */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * Adjusted p-values: among those up to 0.05, at most one in twenty is expected to be a false
   * discovery.
   */
  public static double[] adjusted(double[] p) {
    Integer[] largestFirst =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
            .toArray(Integer[]::new);
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    double least = 1;
    for (int i = 0; i < p.length; i++) {
      int rank = p.length - i;
      least = Math.min(least, p[largestFirst[i]] * p.length / rank);
      adjusted[largestFirst[i]] = least;
    }
    return adjusted;
  }
}
