package org.colmado.insights.calendar;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;

/**
 * The legal hours of alcohol sales ({@code conf/alcohol.yaml}). The last rule that covers a day
 * applies; a day without a rule has no limit.
 *
 * @param rules by decree and resolution
 * @param noSale days of every year on which alcohol must not be sold
 */
public record AlcoholHours(List<Rule> rules, List<NoSale> noSale) {
  private static final int HOURS = 24;
  private static final int MORNING = 6;
  private static final int WEEK = 7;

  public AlcoholHours {
    rules = List.copyOf(rules);
    noSale = List.copyOf(noSale);
  }

  /**
   * Hours of some weekdays.
   *
   * @param from first day on which it applies
   * @param to last day; empty: until further notice
   * @param fromHour first hour of sale
   * @param toHour end of sale; above 24 is after midnight: 26 is 2:00
   * @param source of the rule
   */
  public record Rule(
      LocalDate from,
      Optional<LocalDate> to,
      List<DayOfWeek> days,
      int fromHour,
      int toHour,
      String source)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Rule {
      days = List.copyOf(days);
      Expect.between("from-hour", fromHour, 0, HOURS);
      Expect.between("to-hour", toHour, fromHour, HOURS + MORNING);
    }

    private boolean covers(LocalDate on) {
      return !on.isBefore(from)
          && to.map(last -> !on.isAfter(last)).orElse(true)
          && days.contains(on.getDayOfWeek());
    }
  }

  /** A day without sale. */
  public record NoSale(DateRule date, String source) {}

  /** Reads and checks the file. */
  public static AlcoholHours read(Path file) {
    return Yaml.read(file, AlcoholHours.class);
  }

  /**
   * Whether alcohol may be sold.
   *
   * @param on business day: hours before 6:00 belong to the night before
   * @param hour on the store's clock
   */
  public boolean isSold(LocalDate on, int hour) {
    if (noSale.stream().anyMatch(day -> day.date().in(on.getYear()).equals(on))) {
      return false;
    }

    int place = hour < MORNING ? hour + HOURS : hour;
    return rules.stream()
        .filter(rule -> rule.covers(on))
        .reduce((earlier, later) -> later)
        .map(rule -> place >= rule.fromHour() && place < rule.toHour())
        .orElse(true);
  }

  /** Hours in which it may be sold on each of the seven days from this day on. */
  public List<Integer> everyDayOf(LocalDate first) {
    return IntStream.range(0, HOURS)
        .filter(hour -> IntStream.range(0, WEEK).allMatch(day -> isSold(first.plusDays(day), hour)))
        .boxed()
        .toList();
  }
}
