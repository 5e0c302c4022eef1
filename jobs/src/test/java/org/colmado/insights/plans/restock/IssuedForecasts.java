package org.colmado.insights.plans.restock;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The product's own forecasts of a back-test, as they would have been issued week by week. */
final class IssuedForecasts {
  /** An hour's tickets, and the upper end of their 80 % interval. */
  record Tickets(double expected, double high) {
    static final Tickets NONE = new Tickets(0, 0);
  }

  private final TreeMap<LocalDate, Map<String, Tickets>> hours = new TreeMap<>();
  private final TreeMap<LocalDate, Map<String, Map<LocalDate, Double>>> categories =
      new TreeMap<>();

  /**
   * Reads them.
   *
   * @param data folder of forecasts.csv: origin_on, target_on, target_hour (-1: a day), category
   *     (empty: tickets), yhat, hi80
   */
  static IssuedForecasts read(Path data) throws IOException {
    IssuedForecasts issued = new IssuedForecasts();
    for (String[] cells : TrialSales.rows(data.resolve("forecasts.csv"))) {
      LocalDate origin = LocalDate.parse(cells[0]);
      double expected = Double.parseDouble(cells[4]);
      if (cells[3].isEmpty()) {
        issued
            .hours
            .computeIfAbsent(origin, on -> new HashMap<>())
            .put(cells[1] + " " + cells[2], new Tickets(expected, Double.parseDouble(cells[5])));
      } else {
        issued
            .categories
            .computeIfAbsent(origin, on -> new HashMap<>())
            .computeIfAbsent(cells[3], category -> new TreeMap<>())
            .put(LocalDate.parse(cells[1]), expected);
      }
    }
    return issued;
  }

  /** Of an hour of the clock, by the newest forecast issued by the close of the as-of day. */
  Tickets tickets(LocalDate day, int hour, LocalDate asOf) {
    return newest(hours, asOf).getOrDefault(day + " " + hour, Tickets.NONE);
  }

  /** Revenue of a category by day after the as-of day, by the newest forecast issued then. */
  Map<LocalDate, Double> revenue(String category, LocalDate asOf) {
    TreeMap<LocalDate, Double> days =
        new TreeMap<>(newest(categories, asOf).getOrDefault(category, Map.of()));

    return days.tailMap(asOf, false);
  }

  private static <T> Map<String, T> newest(
      NavigableMap<LocalDate, Map<String, T>> byOrigin, LocalDate asOf) {
    Map.Entry<LocalDate, Map<String, T>> newest = byOrigin.floorEntry(asOf.plusDays(1));

    return newest == null ? Map.of() : newest.getValue();
  }
}
