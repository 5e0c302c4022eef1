package org.colmado.insights.plans.restock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.colmado.insights.plans.staffing.DayRoster;
import org.colmado.insights.plans.staffing.MmcQueue;
import org.colmado.insights.plans.staffing.StaffingRules;

/**
 * Hands by plan and by fixed roster, held against what each hour needed: the fewest clerks that
 * keep the wait at the rate at which customers really came, which the simulation knows.
 */
final class RosterTrial {
  /** Tickets of an hour; expected is the true mean, that nobody at the shop knows. */
  private record Slot(int hour, int order, double tickets, double rate) {}

  /**
   * Clerk-hours too many and too few.
   *
   * @param work clerk-hours given
   * @param waiting customers who waited longer than 60 s
   */
  record Result(double over, double under, double work, double customers, double waiting) {
    /** Clerk-hours that are not as needed. */
    double off() {
      return over + under;
    }

    static final Result NONE = new Result(0, 0, 0, 0, 0);

    Result plus(Result other) {
      return new Result(
          over + other.over,
          under + other.under,
          work + other.work,
          customers + other.customers,
          waiting + other.waiting);
    }
  }

  private static final int DAY_STARTS = 4;
  private static final int WEEK = 7;
  private static final int FOUR_WEEKS = 28;

  private final StaffingRules rules;
  private final DayRoster roster;
  private final TreeMap<LocalDate, List<Slot>> days = new TreeMap<>();
  private final IssuedForecasts forecasts;

  /**
   * Reads the hours.
   *
   * @param data folder of hours.csv: business_on, hour, state, tickets
   * @param rates the simulation's rates.csv.gz
   */
  RosterTrial(StaffingRules rules, Path data, Path rates, IssuedForecasts forecasts)
      throws IOException {
    this.rules = rules;
    this.forecasts = forecasts;
    this.roster = new DayRoster(rules, rules.service());
    Map<String, Double> rateOf = rates(rates);
    for (String line : Files.readAllLines(data.resolve("hours.csv")).stream().skip(1).toList()) {
      String[] cells = line.replace("\"", "").split(",", -1);
      if (cells[2].equals("open")) {
        int order = (Integer.parseInt(cells[1]) - DAY_STARTS + 24) % 24;
        Double rate = rateOf.get(cells[0] + "," + cells[1]);
        days.computeIfAbsent(LocalDate.parse(cells[0]), day -> new ArrayList<>())
            .add(new Slot(Integer.parseInt(cells[1]), order, Double.parseDouble(cells[3]), rate));
      }
    }
    days.values().forEach(slots -> slots.sort((a, b) -> a.order() - b.order()));
  }

  private static Map<String, Double> rates(Path file) throws IOException {
    Map<String, Double> rates = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(
              cells ->
                  rates.put(
                      cells[1] + "," + cells[2],
                      Double.parseDouble(cells[3]) * Double.parseDouble(cells[5])));
    }
    return rates;
  }

  /** Weeks up to the last day; each planned on the evening before it. */
  List<Map<String, Result>> weeks(int count) {
    LocalDate first = days.lastKey().minusDays((long) WEEK * count - 1);
    List<Map<String, Result>> weeks = new ArrayList<>();
    for (int week = 0; week < count; week++) {
      LocalDate from = first.plusDays((long) WEEK * week);
      Map<String, Result> results = new TreeMap<>();
      for (LocalDate day = from; day.isBefore(from.plusDays(WEEK)); day = day.plusDays(1)) {
        LocalDate on = day;
        LocalDate asOf = from.minusDays(1);
        add(results, "fixed, hour of day", on, s -> hour(s, average(on, s, first, false)));
        add(results, "fixed, weekday and hour", on, s -> hour(s, average(on, s, first, true)));
        add(results, "four weeks, renewed", on, s -> hour(s, average(on, s, from, true)));
        add(results, "plan", on, s -> upper(on, s, asOf, rules.rateQuantile()));
        add(results, "plan, upper end", on, s -> upper(on, s, asOf, 0.9));
      }
      weeks.add(results);
    }
    return weeks;
  }

  private interface Plan {
    DayRoster.Hour of(Slot slot);
  }

  private void add(Map<String, Result> results, String way, LocalDate day, Plan plan) {
    List<Slot> slots = days.getOrDefault(day, List.of());
    List<DayRoster.Hands> hands = roster.of(slots.stream().map(plan::of).toList());
    Result sum = results.getOrDefault(way, Result.NONE);
    for (int i = 0; i < slots.size(); i++) {
      int needed = roster.clerks(hour(slots.get(i), slots.get(i).rate()));
      int given = hands.get(i).clerks();
      double rate = slots.get(i).rate();
      MmcQueue line = new MmcQueue(rate, rules.service().counterMinutes(), given);
      sum =
          sum.plus(
              new Result(
                  Math.max(0, given - needed),
                  Math.max(0, needed - given),
                  given,
                  rate,
                  rate * line.chanceToWaitOver(60)));
    }
    results.put(way, sum);
  }

  private static DayRoster.Hour hour(Slot slot, double rate) {
    return new DayRoster.Hour(slot.order(), rate, rate, 0);
  }

  private DayRoster.Hour upper(LocalDate day, Slot slot, LocalDate asOf, double quantile) {
    IssuedForecasts.Tickets tickets = forecasts.tickets(day, slot.hour(), asOf);
    double rate = DayRoster.upperRate(tickets.expected(), tickets.high(), quantile);

    return new DayRoster.Hour(slot.order(), tickets.expected(), rate, 0);
  }

  /** Mean tickets of the hour in the four weeks before a day. */
  private double average(LocalDate on, Slot slot, LocalDate before, boolean sameWeekday) {
    return days.subMap(before.minusDays(FOUR_WEEKS), before).entrySet().stream()
        .filter(day -> !sameWeekday || day.getKey().getDayOfWeek() == on.getDayOfWeek())
        .flatMap(day -> day.getValue().stream())
        .filter(other -> other.order() == slot.order())
        .mapToDouble(Slot::tickets)
        .average()
        .orElse(0);
  }
}
