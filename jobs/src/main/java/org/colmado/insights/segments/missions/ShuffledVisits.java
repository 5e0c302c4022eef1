package org.colmado.insights.segments.missions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reference data without missions: categories, amounts, times and payments of the same shop, made
 * independent of one another. Every basket keeps its number of categories, every category its
 * number of visits (swap randomisation; Gionis and others, ACM TKDD 2007, 1:14); shares, values,
 * line counts, times and payments are permuted. A cluster that also appears here is no mission:
 * tickets with a single line form tight clusters by themselves.
 */
final class ShuffledVisits {
  /** Average number of swaps for each entry. */
  private static final int SWAPS_AN_ENTRY = 3;

  /**
   * Maximum attempts for each entry: if baskets contain nearly every category, most swaps are
   * impossible.
   */
  private static final int TRIES_AN_ENTRY = 60;

  private final List<Map<String, Double>> baskets = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> categories = new ArrayList<>();

  /** A share of a visit's value; swaps exchange the categories of two entries. */
  private record Entry(int visit, double weight) {}

  private ShuffledVisits(List<Visit> visits) {
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
  }

  static List<Visit> of(List<Visit> visits, long seed) {
    Random random = new Random(seed);
    ShuffledVisits shuffled = new ShuffledVisits(visits);
    shuffled.mix(random);
    List<Double> values = dealt(visits, Visit::value, random);
    List<Integer> lines = dealt(visits, Visit::lines, random);
    List<Visit> times = dealt(visits, Function.identity(), random);
    List<Visit> payments = dealt(visits, Function.identity(), random);

    List<Visit> mixed = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      mixed.add(
          new Visit(
              visits.get(i).saleId(),
              shuffled.baskets.get(i),
              values.get(i),
              lines.get(i),
              times.get(i).hour(),
              times.get(i).isWeekend(),
              times.get(i).isFridayNight(),
              times.get(i).isInPaydayWindow(),
              payments.get(i).tender(),
              payments.get(i).channel()));
    }
    return mixed;
  }

  private static <T> List<T> dealt(List<Visit> visits, Function<Visit, T> part, Random random) {
    List<T> parts = visits.stream().map(part).collect(Collectors.toList());
    Collections.shuffle(parts, random);
    return parts;
  }

  private void mix(Random random) {
    int size = entries.size();
    int swaps = 0;
    for (int i = 0; i < TRIES_AN_ENTRY * size && swaps < SWAPS_AN_ENTRY * size / 2; i++) {
      swaps += swap(random.nextInt(size), random.nextInt(size)) ? 1 : 0;
    }
    baskets.forEach(basket -> deal(basket, random));
  }

  /** Permutes the shares within a basket, for baskets that contain nearly every category. */
  private static void deal(Map<String, Double> basket, Random random) {
    List<Double> shares = new ArrayList<>(basket.values());
    Collections.shuffle(shares, random);
    Iterator<Double> next = shares.iterator();
    basket.replaceAll((category, share) -> next.next());
  }

  /** Swaps two categories unless a visit would then have a category twice. */
  private boolean swap(int one, int other) {
    Map<String, Double> first = baskets.get(entries.get(one).visit());
    Map<String, Double> second = baskets.get(entries.get(other).visit());
    String a = categories.get(one);
    String b = categories.get(other);
    if (first.containsKey(b) || second.containsKey(a)) {
      return false;
    }

    first.remove(a);
    second.remove(b);
    first.put(b, entries.get(one).weight());
    second.put(a, entries.get(other).weight());
    categories.set(one, b);
    categories.set(other, a);
    return true;
  }
}
