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
      visits.add(visit(i, weights, 150, 14, random));
    }
    return visits;
  }

  private static Visit visit(int number, String kind, Random random) {
    return switch (kind) {
      case "breakfast" -> visit(number, mix("bakery", "coffee", random), 90, 8, random);
      case "lunch" -> visit(number, mix("staples", "fresh", random), 250, 11, random);
      case "beer" -> visit(number, mix("alcohol", "snacks", random), 500, 20, random);
      case "cleaning" -> visit(number, Map.of("household", 1.0), 180, 14, random);
      default -> visit(number, Map.of("services", 1.0), 100, 14, random);
    };
  }

  /** Mostly the first, sometimes with a little of anything. */
  private static Map<String, Double> mix(String first, String second, Random random) {
    double share = 0.45 + 0.5 * random.nextDouble();
    double rest = random.nextInt(4) == 0 ? 0.3 * random.nextDouble() : 0;
    TreeMap<String, Double> weights = new TreeMap<>();
    weights.merge(first, share * (1 - rest), Double::sum);
    weights.merge(second, (1 - share) * (1 - rest), Double::sum);
    if (rest > 0) {
      weights.merge(CATEGORIES.get(random.nextInt(8)), rest, Double::sum);
    }
    return weights;
  }

  /** Spread around a usual value and a usual hour. */
  private static Visit visit(
      int number, Map<String, Double> weights, double value, int hour, Random random) {
    double spent = value * Math.exp(0.5 * random.nextGaussian());
    int around = (int) Math.round(hour + 2.5 * random.nextGaussian());

    return new Visit(
        "t%05d".formatted(number),
        weights,
        spent,
        weights.size(),
        Math.floorMod(around, 24),
        false,
        false,
        false,
        "cash",
        "counter");
  }
}
