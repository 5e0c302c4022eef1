package org.colmado.insights.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The incidents planted in one shop, at most one a day. */
final class Incidents {
  private static final int PURPOSE = -3;
  private static final int DAYS_PER_KIND = 120;
  private static final int FEWEST_DAYS = 10;

  /** Without some history nothing can look out of the ordinary. */
  private static final int FIRST_QUIET_DAYS = 28;

  private static final long WORTH_A_MISTAKE_CENTS = 8_000;

  private final Map<LocalDate, Incident> planted = new TreeMap<>();

  /**
   * Plants each kind about every 120 days, at least once where there are ten days or more.
   *
   * @param days on which the shop opens, in order
   */
  Incidents(long seed, int store, List<LocalDate> days, Shelf shelf) {
    SeededRandom dice = SeededRandom.of(seed, store, PURPOSE);
    int quiet = Math.min(FIRST_QUIET_DAYS, days.size() / 4);
    List<LocalDate> free = new ArrayList<>(days.subList(quiet, days.size()));
    int ofEachKind = days.size() < FEWEST_DAYS ? 0 : Math.max(1, days.size() / DAYS_PER_KIND);
    for (int i = 0; i < ofEachKind; i++) {
      for (Incident.Kind kind : Incident.Kind.values()) {
        LocalDate on = free.remove(dice.below(free.size()));
        planted.put(on, incident(kind, on, dice, shelf));
      }
    }
  }

  /** The day's incident, or null. */
  Incident on(LocalDate day) {
    return planted.get(day);
  }

  List<Incident> all() {
    return List.copyOf(planted.values());
  }

  private static Incident incident(
      Incident.Kind kind, LocalDate on, SeededRandom dice, Shelf shelf) {
    if (kind == Incident.Kind.POWER_CUT) {
      int fromHour = 12 + dice.below(3);
      return new Incident(kind, on, fromHour, fromHour + 4 + dice.below(3), null);
    }

    Product product = kind == Incident.Kind.WRONG_PRICE ? bestSeller(dice, shelf) : null;
    return new Incident(kind, on, 0, OpeningHours.HOURS, product);
  }

  private static Product bestSeller(SeededRandom dice, Shelf shelf) {
    String family = dice.chance(0.5) ? "beer" : "rum";
    List<Product> dear =
        shelf.products().stream()
            .filter(product -> product.family().equals(family))
            .filter(product -> product.priceCents() >= WORTH_A_MISTAKE_CENTS)
            .sorted(Comparator.comparingDouble(Product::popularity).reversed())
            .toList();

    return dear.get(0);
  }
}
