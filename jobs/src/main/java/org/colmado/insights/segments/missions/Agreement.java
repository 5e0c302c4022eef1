package org.colmado.insights.segments.missions;

import java.util.Arrays;

/** Measures of agreement between two clusterings of the same points. Labels are 0 to k - 1. */
final class Agreement {
  private Agreement() {}

  /**
   * The adjusted Rand index (Hubert and Arabie, Journal of Classification 1985, 2:193): 1 if they
   * are the same, 0 on average for random labels.
   */
  static double adjustedRand(int[] a, int[] b, int k) {
    long[][] both = table(a, b, k);
    double pairs = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < k; i++) {
      long row = 0;
      long column = 0;
      for (int j = 0; j < k; j++) {
        pairs += pairsOf(both[i][j]);
        row += both[i][j];
        column += both[j][i];
      }
      ofA += pairsOf(row);
      ofB += pairsOf(column);
    }

    double chance = ofA * ofB / pairsOf(a.length);
    double most = (ofA + ofB) / 2;
    return most == chance ? 1 : (pairs - chance) / (most - chance);
  }

  /**
   * For each cluster of {@code a}, the highest Jaccard index with a cluster of {@code b}; 0 if it
   * is empty.
   */
  static double[] jaccard(int[] a, int[] b, int k) {
    return Arrays.stream(jaccards(a, b, k, k))
        .mapToDouble(row -> Arrays.stream(row).max().orElse(0))
        .toArray();
  }

  /** Jaccard index of each cluster of {@code a} with each of {@code b}. */
  static double[][] jaccards(int[] a, int[] b, int ofA, int ofB) {
    long[][] both = new long[ofA][ofB];
    long[] rows = new long[ofA];
    long[] columns = new long[ofB];
    for (int i = 0; i < a.length; i++) {
      both[a[i]][b[i]]++;
      rows[a[i]]++;
      columns[b[i]]++;
    }

    double[][] likeness = new double[ofA][ofB];
    for (int i = 0; i < ofA; i++) {
      for (int j = 0; j < ofB; j++) {
        long union = rows[i] + columns[j] - both[i][j];
        likeness[i][j] = union == 0 ? 0 : (double) both[i][j] / union;
      }
    }
    return likeness;
  }

  /**
   * The minimum over the clusters of {@code own} of the share of pairs that {@code other} also puts
   * together (prediction strength, Tibshirani and Walther, JCGS 2005, 14:511).
   */
  static double strength(int[] own, int[] other, int k) {
    long[][] both = table(own, other, k);
    double least = 1;
    for (long[] cluster : both) {
      long size = 0;
      double kept = 0;
      for (long part : cluster) {
        size += part;
        kept += pairsOf(part);
      }
      if (size > 1) {
        least = Math.min(least, kept / pairsOf(size));
      }
    }
    return least;
  }

  private static long[][] table(int[] a, int[] b, int k) {
    long[][] both = new long[k][k];
    for (int i = 0; i < a.length; i++) {
      both[a[i]][b[i]]++;
    }
    return both;
  }

  private static double pairsOf(long n) {
    return n * (n - 1) / 2.0;
  }
}
