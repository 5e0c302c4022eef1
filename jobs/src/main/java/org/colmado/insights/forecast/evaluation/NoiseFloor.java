package org.colmado.insights.forecast.evaluation;

/**
 * The error that remains even if the true rate is known: the mean absolute deviation of a Poisson
 * count from its median. For money it is multiplied by sqrt(1 + cv^2), where cv is the coefficient
 * of variation of a visit's value.
 */
public final class NoiseFloor {
  private static final double LARGE = 200;

  private NoiseFloor() {}

  /** E|N - median| of a Poisson count with this mean. */
  public static double ofCount(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > LARGE) {
      return Math.sqrt(2 * mean / Math.PI);
    }

    int most = (int) (mean + 12 * Math.sqrt(mean) + 15);
    double[] chances = new double[most + 1];
    double log = -mean;
    int median = -1;
    double sum = 0;
    for (int count = 0; count <= most; count++) {
      log += count == 0 ? 0 : Math.log(mean / count);
      chances[count] = Math.exp(log);
      sum += chances[count];
      median = median < 0 && sum >= 0.5 ? count : median;
    }
    double deviation = 0;
    for (int count = 0; count <= most; count++) {
      deviation += chances[count] * Math.abs(count - median);
    }
    return deviation;
  }
}
