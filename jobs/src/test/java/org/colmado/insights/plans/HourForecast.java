package org.colmado.insights.plans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plain forecast of tickets for trials of the roster: the hours of a weekday, weighed by age,
 * times what the phase of the quincena or a holiday did before. Stands in for {@code
 * demand_forecast}, which knows more.
 */
final class HourForecast {
  private static final double HALF_LIFE = 42;
  private static final double PRIOR_TICKETS = 400;

  /** What a day's rate varies by that nobody foresees, a share. */
  private static final double DAY_VARIATION = 0.09;

  private static final double TO_UPPER = 1.2816;

  private final Map<LocalDate, String> phases;
  private final TreeMap<LocalDate, Map<Integer, Double>> days = new TreeMap<>();
  private final Map<String, Double> factors = new HashMap<>();
  private final Map<String, Double> profile = new HashMap<>();

  private HourForecast(Map<LocalDate, String> phases) {
    this.phases = phases;
  }

  /**
   * Reads the calendar.
   *
   * @param calendar on, days_since_payday, is_holiday, is_holiday_eve
   */
  static HourForecast read(Path calendar) throws IOException {
    Map<LocalDate, String> phases = new HashMap<>();
    for (String line : Files.readAllLines(calendar).stream().skip(1).toList()) {
      String[] cells = line.replace("\"", "").split(",", -1);
      int since = cells[1].isEmpty() ? 9 : Integer.parseInt(cells[1]);
      String pay = since < 3 ? String.valueOf(since) : since < 6 ? "3" : since < 10 ? "6" : "10";
      String phase = isTrue(cells[3]) ? "eve" : isTrue(cells[2]) ? "holiday" : pay;
      phases.put(LocalDate.parse(cells[0]), phase);
    }
    return new HourForecast(phases);
  }

  private static boolean isTrue(String cell) {
    return cell.equals("true") || cell.equals("yes") || cell.equals("sí");
  }

  void add(LocalDate day, int hour, double tickets) {
    days.computeIfAbsent(day, key -> new HashMap<>()).put(hour, tickets);
  }

  /** Tickets of an hour, by what is known at the close of the as-of day. */
  double rate(LocalDate day, int hour, LocalDate asOf) {
    return profile(day, hour, asOf) * factor(phases.getOrDefault(day, "9"), asOf);
  }

  /** Upper end of the 80 % interval. */
  double high(double expected) {
    double variation = DAY_VARIATION * expected;

    return expected + TO_UPPER * Math.sqrt(expected + variation * variation);
  }

  /** Without the effect of the days' phases. */
  private double profile(LocalDate day, int hour, LocalDate asOf) {
    return profile.computeIfAbsent(
        day.getDayOfWeek() + " " + hour + " " + asOf,
        key -> {
          double tickets = 0;
          double weights = 0;
          for (Map.Entry<LocalDate, Map<Integer, Double>> past :
              days.headMap(asOf, true).entrySet()) {
            if (past.getKey().getDayOfWeek() == day.getDayOfWeek()
                && past.getValue().containsKey(hour)) {
              double age = past.getKey().until(asOf, java.time.temporal.ChronoUnit.DAYS);
              double weight = Math.pow(0.5, age / HALF_LIFE);
              tickets += weight * past.getValue().get(hour);
              weights += weight;
            }
          }
          return weights == 0 ? 0 : tickets / weights;
        });
  }

  /** Tickets of days of a phase over what their weekdays have on the whole. */
  private double factor(String phase, LocalDate asOf) {
    return factors.computeIfAbsent(
        phase + " " + asOf,
        key -> {
          double tickets = PRIOR_TICKETS;
          double usual = PRIOR_TICKETS;
          for (Map.Entry<LocalDate, Map<Integer, Double>> past :
              days.headMap(asOf, true).entrySet()) {
            if (phase.equals(phases.get(past.getKey()))) {
              for (Map.Entry<Integer, Double> hour : past.getValue().entrySet()) {
                tickets += hour.getValue();
                usual += profile(past.getKey(), hour.getKey(), asOf);
              }
            }
          }
          return tickets / usual;
        });
  }
}
