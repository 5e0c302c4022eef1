package org.colmado.insights.segments.missions;

import java.io.Serializable;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.colmado.insights.text.BilingualText;

/**
 * A mission as found in the sample, described relative to the store.
 *
 * @param jaccard bootstrap Jaccard index
 * @param confidence Jaccard stability, reduced if shuffled baskets have nearly as much structure; 0
 *     to 1
 * @param shares share of the mission's value by category
 * @param lifts these shares divided by the store's shares
 */
record Mission(
    Centre centre,
    long visits,
    double share,
    double jaccard,
    double confidence,
    TreeMap<String, Double> shares,
    TreeMap<String, Double> lifts,
    Look look,
    Look store)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Summary of a mission's visits: mean value, and shares of visits.
   *
   * @param hour mean hour, 0 to 23
   * @param dayParts shares of morning (4 to 10), midday (11 to 13), afternoon (14 to 17), night
   */
  record Look(
      double value,
      int hour,
      List<Double> dayParts,
      double credit,
      double delivery,
      double weekend,
      double payday)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    static Look of(List<Visit> visits) {
      return new Look(
          mean(visits, Visit::value),
          meanHour(visits),
          IntStream.range(0, 4)
              .mapToObj(part -> share(visits, visit -> dayPart(visit.hour()) == part))
              .toList(),
          share(visits, visit -> "credit".equals(visit.tender())),
          share(visits, visit -> "delivery".equals(visit.channel())),
          share(visits, Visit::isWeekend),
          share(visits, Visit::isInPaydayWindow));
    }

    /** Circular mean of the hours, rounded. */
    private static int meanHour(List<Visit> visits) {
      double sin = mean(visits, visit -> Math.sin(2 * Math.PI * visit.hour() / 24));
      double cos = mean(visits, visit -> Math.cos(2 * Math.PI * visit.hour() / 24));

      return (int) Math.floorMod(Math.round(Math.atan2(sin, cos) * 24 / (2 * Math.PI)), 24L);
    }

    private static int dayPart(int hour) {
      if (hour < 4 || hour >= 18) {
        return 3;
      }
      return hour < 11 ? 0 : hour < 14 ? 1 : 2;
    }

    private static double mean(List<Visit> visits, ToDoubleFunction<Visit> figure) {
      return visits.stream().mapToDouble(figure).average().orElse(0);
    }

    private static double share(List<Visit> visits, Predicate<Visit> is) {
      return mean(visits, visit -> is.test(visit) ? 1 : 0);
    }
  }

  static Mission of(
      int number, List<Visit> visits, int[] labels, Candidate chosen, double leastGap) {
    List<Visit> own =
        IntStream.range(0, labels.length)
            .filter(i -> labels[i] == number)
            .mapToObj(visits::get)
            .toList();
    TreeMap<String, Double> shares = shares(own);
    TreeMap<String, Double> ofStore = shares(visits);
    TreeMap<String, Double> lifts = new TreeMap<>();
    shares.forEach((category, share) -> lifts.put(category, share / ofStore.get(category)));

    return new Mission(
        chosen.clustering().centre(number),
        own.size(),
        (double) own.size() / visits.size(),
        chosen.jaccard().get(number),
        confidence(chosen.jaccard().get(number), chosen.gap(), leastGap),
        shares,
        lifts,
        Look.of(own),
        Look.of(visits));
  }

  /** Stability counts for little if shuffled baskets form the same cluster. */
  static double confidence(double jaccard, double gap, double leastGap) {
    return jaccard * Math.min(1, Math.max(0, gap) / (2 * leastGap));
  }

  NamedMission named(String id, BilingualText name, BilingualText description) {
    return new NamedMission(id, name, description, share, jaccard, confidence, centre);
  }

  private static TreeMap<String, Double> shares(List<Visit> visits) {
    TreeMap<String, Double> money = new TreeMap<>();
    visits.forEach(
        visit ->
            visit
                .weights()
                .forEach((name, weight) -> money.merge(name, weight * visit.value(), Double::sum)));
    double whole = money.values().stream().mapToDouble(value -> value).sum();
    money.replaceAll((name, value) -> value / whole);
    return money;
  }
}
