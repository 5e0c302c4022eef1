package org.colmado.insights.segments;

import java.util.Map;
import java.util.SortedMap;

/**
 * Confidence score of a segment, 0 to 1: how surely and how strongly its visits differ from the
 * other visits (D26).
 *
 * <p>A segment always differs in the variable that defines it, even on random tickets. So it is
 * compared with the rest of the store in other variables: day parts by main category and value
 * band, the other families by hour and weekday. With Q the chi-squared statistic of segment against
 * rest and d its degrees of freedom:
 *
 * <ul>
 *   <li>certainty: the share of Q above its 99 % quantile under independence, (Q - q99) / Q:
 *       Higgins and Thompson's I-squared (Statistics in Medicine 2002, 21:1539) with the quantile
 *       in place of the mean, by Wilson and Hilferty's approximation;
 *   <li>effect size: Cohen's w = sqrt((Q - d) (1 - n/N) / n), divided by the medium effect of 0.3
 *       (Statistical Power Analysis 1988, 7.2), at most 1.
 * </ul>
 *
 * <p>The confidence is their product: 0 for any number of random tickets, 0 for a few unusual
 * tickets, near 1 for many tickets that clearly differ.
 */
final class SegmentConfidence {
  private static final double MEDIUM_EFFECT = 0.3;
  private static final double Z_99 = 2.326;

  /** Cells with fewer expected visits are left out of the chi-squared test (Cochran 1954). */
  private static final double MIN_EXPECTED = 5;

  private double q;
  private double d;
  private double n;
  private double total;

  /**
   * Compares the segment with the rest of the store in one variable that does not define it.
   *
   * @param segment visits by cell; a cell that only the rest has counts too, as 0
   * @param store visits by cell of the whole store, the segment's among them
   */
  <K> void compare(Map<K, Long> segment, SortedMap<K, Long> store) {
    double ofSegment = sum(segment);
    double ofStore = sum(store);
    double rest = 1 - ofSegment / ofStore;
    int usable = 0;
    for (Map.Entry<K, Long> cell : store.entrySet()) {
      double expected = cell.getValue() * ofSegment / ofStore;
      if (expected >= MIN_EXPECTED && rest > 0) {
        double difference = segment.getOrDefault(cell.getKey(), 0L) - expected;
        q += difference * difference / (expected * rest);
        usable++;
      }
    }

    d += Math.max(usable - 1, 0);
    n = Math.max(n, ofSegment);
    total = Math.max(total, ofStore);
  }

  /** The confidence over all compared variables. */
  double score() {
    double spread = 2 / (9 * Math.max(d, 1));
    double q99 = d * Math.pow(1 - spread + Math.sqrt(spread) * Z_99, 3);
    if (d == 0 || q <= q99) {
      return 0;
    }

    double surely = (q - q99) / q;
    double effect = Math.sqrt(Math.max(q - d, 0) * (1 - n / total) / n);
    return surely * Math.min(effect / MEDIUM_EFFECT, 1);
  }

  private static double sum(Map<?, Long> visits) {
    return visits.values().stream().mapToLong(Long::longValue).sum();
  }
}
