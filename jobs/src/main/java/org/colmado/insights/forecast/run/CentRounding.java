package org.colmado.insights.forecast.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Rounds money to cents so that the parts add up exactly to their sum. */
public final class CentRounding {
  private static final double A_UNIT = 100;

  private CentRounding() {}

  static double round(double money) {
    return Math.round(money * A_UNIT) / A_UNIT;
  }

  /**
   * Splits a sum into parts in whole cents (largest remainder method).
   *
   * @param sum in whole cents
   * @param parts proportions; if all are 0, the first part takes everything
   */
  public static double[] split(double sum, double[] parts) {
    long cents = Math.round(sum * A_UNIT);
    double all = Arrays.stream(parts).sum();
    double[] exact = new double[parts.length];
    long[] whole = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      exact[i] = all > 0 ? cents * parts[i] / all : i == 0 ? cents : 0;
      whole[i] = (long) Math.floor(exact[i]);
    }

    long left = cents - Arrays.stream(whole).sum();
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> whole[i] - exact[i]))
        .limit(left)
        .forEach(i -> whole[i]++);
    return Arrays.stream(whole).mapToDouble(part -> part / A_UNIT).toArray();
  }
}
