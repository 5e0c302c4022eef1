package org.colmado.insights.features;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Expands the counts of one store to a complete grid: every day from its first visit to its last
 * ticket, and every hour of the day in which it ever sold or is configured to be open. An hour
 * without a sale has a row too.
 *
 * @param dayStartsAtHour first hour of the business day
 */
record StoreHours(OpenHours open, int dayStartsAtHour) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int HOURS = 24;
  private static final BigDecimal NONE = BigDecimal.ZERO;

  /** Counts of an hour, as {@link SalesByHour} has them; sums may be null. */
  record Sold(
      LocalDate on,
      int hour,
      long tickets,
      BigDecimal revenue,
      BigDecimal units,
      BigDecimal refunds) {

    private static Sold none(LocalDate on, int hour) {
      return new Sold(on, hour, 0, NONE, NONE, NONE);
    }

    private Row row(String state) {
      return RowFactory.create(
          on, hour, state, tickets, orZero(revenue), orZero(units), orZero(refunds));
    }

    private static BigDecimal orZero(BigDecimal sum) {
      return sum == null ? NONE : sum;
    }
  }

  /** Rows of {@link HourlySeries#HOUR_TYPE}, day by day. */
  Row[] rows(List<Sold> counts) {
    LocalDate first = firstOn(counts);
    LocalDate last = counts.stream().map(Sold::on).max(Comparator.naturalOrder()).orElseThrow();
    int[] hours = hours(counts);
    List<Sold[]> days = new ArrayList<>();
    first
        .datesUntil(last.plusDays(1))
        .forEach(
            on ->
                days.add(
                    IntStream.of(hours)
                        .mapToObj(hour -> Sold.none(on, hour))
                        .toArray(Sold[]::new)));
    int[] places = places(hours);
    for (Sold sold : counts) {
      int day = (int) ChronoUnit.DAYS.between(first, sold.on());
      if (day >= 0) {
        days.get(day)[places[sold.hour()]] = sold;
      }
    }

    List<long[]> tickets = days.stream().map(StoreHours::tickets).toList();
    List<String[]> states = open.states(first, tickets, hours);
    return IntStream.range(0, days.size())
        .boxed()
        .flatMap(
            day ->
                IntStream.range(0, hours.length)
                    .mapToObj(place -> days.get(day)[place].row(states.get(day)[place])))
        .toArray(Row[]::new);
  }

  /** The series begins at the first visit, or at the first ticket if there are only returns. */
  private static LocalDate firstOn(List<Sold> counts) {
    return counts.stream()
        .filter(sold -> sold.tickets() > 0)
        .map(Sold::on)
        .min(Comparator.naturalOrder())
        .or(() -> counts.stream().map(Sold::on).min(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** In the order of the business day. */
  private int[] hours(List<Sold> counts) {
    Set<Integer> hours = new TreeSet<>();
    counts.forEach(sold -> hours.add(sold.hour()));
    open.configured().values().forEach(hours::addAll);

    return hours.stream()
        .sorted(Comparator.comparing(hour -> Math.floorMod(hour - dayStartsAtHour, HOURS)))
        .mapToInt(hour -> hour)
        .toArray();
  }

  private static int[] places(int[] hours) {
    int[] places = new int[HOURS];
    for (int place = 0; place < hours.length; place++) {
      places[hours[place]] = place;
    }
    return places;
  }

  private static long[] tickets(Sold[] day) {
    long[] tickets = new long[day.length];
    for (int place = 0; place < day.length; place++) {
      tickets[place] = day[place].tickets();
    }
    return tickets;
  }
}
