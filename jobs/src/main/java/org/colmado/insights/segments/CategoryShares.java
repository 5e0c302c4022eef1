package org.colmado.insights.segments;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a segment buys and how it pays, as shares (D23, D30). Maps are in the order of their keys,
 * so that equal maps are equal rows.
 */
final class CategoryShares {
  private static final int TOP = 5;
  private static final String UNCLASSIFIED = "unclassified";

  private CategoryShares() {}

  /** Each part divided by the sum; empty if the sum is 0. */
  static SortedMap<String, Double> shares(Map<String, Long> parts) {
    long whole = sum(parts);
    SortedMap<String, Double> shares = new TreeMap<>();
    if (whole != 0) {
      parts.forEach((name, part) -> shares.put(name, (double) part / whole));
    }
    return shares;
  }

  /**
   * A segment's share of each category divided by the store's share; categories without revenue in
   * the store are left out.
   *
   * @param store value by category of the whole store
   */
  static SortedMap<String, Double> lifts(Map<String, Double> shares, Map<String, Long> store) {
    double whole = sum(store);
    SortedMap<String, Double> lifts = new TreeMap<>();
    shares.forEach(
        (category, share) -> {
          long ofCategory = store.get(category);
          if (ofCategory != 0) {
            lifts.put(category, share * whole / ofCategory);
          }
        });
    return lifts;
  }

  /** The categories of the largest shares, largest first, the unclassified left out. */
  static List<String> top(SortedMap<String, Double> shares) {
    return shares.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(UNCLASSIFIED))
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TOP)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static long sum(Map<String, Long> values) {
    return values.values().stream().mapToLong(Long::longValue).sum();
  }
}
