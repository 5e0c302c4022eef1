package org.colmado.insights.segments.missions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The same visits with their baskets shuffled: every visit keeps its time, value and number of
 * categories, every category its number of visits, and nothing else is left (swap randomisation;
 * Gionis and others, ACM TKDD 2007, 1:14). What clusters find there too is no mission: tickets of
 * one line form tight clusters by themselves.
 */
final class Shuffled {
  private static final int SWAPS_AN_ENTRY = 6;

  private Shuffled() {}

  /** A share of a visit's value; categories move between entries. */
  private record Entry(int visit, double weight) {}

  static List<Visit> of(List<Visit> visits, long seed) {
    List<Entry> entries = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    List<Map<String, Double>> baskets = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      int visit = i;
      baskets.add(new TreeMap<>(visits.get(i).weights()));
      visits
          .get(i)
          .weights()
          .forEach(
              (category, weight) -> {
                entries.add(new Entry(visit, weight));
                categories.add(category);
              });
    }

    Random random = new Random(seed);
    int size = entries.size();
    for (int i = 0; i < SWAPS_AN_ENTRY * size; i++) {
      swap(entries, categories, baskets, random.nextInt(size), random.nextInt(size));
    }

    List<Visit> shuffled = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      shuffled.add(visits.get(i).with(baskets.get(i)));
    }
    return shuffled;
  }

  /** Only where neither visit then has a category twice. */
  private static void swap(
      List<Entry> entries,
      List<String> categories,
      List<Map<String, Double>> baskets,
      int one,
      int other) {
    Map<String, Double> first = baskets.get(entries.get(one).visit());
    Map<String, Double> second = baskets.get(entries.get(other).visit());
    String a = categories.get(one);
    String b = categories.get(other);
    if (first.containsKey(b) || second.containsKey(a)) {
      return;
    }

    first.remove(a);
    second.remove(b);
    first.put(b, entries.get(one).weight());
    second.put(a, entries.get(other).weight());
    categories.set(one, b);
    categories.set(other, a);
  }
}
