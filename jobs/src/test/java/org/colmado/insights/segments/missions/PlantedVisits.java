package org.colmado.insights.segments.missions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Visits of a few plain kinds, and the same without any kind. */
final class PlantedVisits {
  static final List<String> KINDS = List.of("breakfast", "lunch", "beer", "cleaning", "phone");

  private static final List<String> CATEGORIES =
      List.of("bakery", "coffee", "staples", "fresh", "alcohol", "snacks", "household", "services");

  private PlantedVisits() {}

  /** The kind of the visit of this number. */
  static int kind(int number) {
    return number % KINDS.size();
  }

  static List<Visit> of(int number, long seed) {
    Random random = new Random(seed);
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      visits.add(visit(i, KINDS.get(kind(i)), random));
    }
    return visits;
  }

  /** Any categories at any hour. */
  static List<Visit> noise(int number, long seed) {
    Random random = new Random(seed);
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      TreeMap<String, Double> weights = new TreeMap<>();
      double first = 1 - random.nextInt(3) * 0.25;
      weights.merge(CATEGORIES.get(random.nextInt(8)), first, Double::sum);
      if (first < 1) {
        weights.merge(CATEGORIES.get(random.nextInt(8)), 1 - first, Double::sum);
      }
      visits.add(visit(i, weights, 20 + random.nextInt(300), 6 + random.nextInt(15)));
    }
    return visits;
  }

  private static Visit visit(int number, String kind, Random random) {
    double share = 0.6 + 0.3 * random.nextDouble();

    return switch (kind) {
      case "breakfast" -> visit(number, mix("bakery", "coffee", share), 90, 7 + random.nextInt(3));
      case "lunch" -> visit(number, mix("staples", "fresh", share), 250, 10 + random.nextInt(3));
      case "beer" -> visit(number, mix("alcohol", "snacks", share), 500, 18 + random.nextInt(4));
      case "cleaning" ->
          visit(number, mix("household", "staples", 0.95), 180, 9 + random.nextInt(9));
      default -> visit(number, mix("services", "snacks", 0.98), 100, 8 + random.nextInt(12));
    };
  }

  private static Map<String, Double> mix(String first, String second, double share) {
    return new TreeMap<>(Map.of(first, share, second, 1 - share));
  }

  private static Visit visit(int number, Map<String, Double> weights, double value, int hour) {
    return new Visit(
        "t%05d".formatted(number),
        weights,
        value,
        weights.size(),
        hour,
        false,
        false,
        false,
        "cash",
        "counter");
  }
}
