package org.colmado.insights.features;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colmado.insights.table.HourlySales;

/**
 * Classifies every hour of a store as open, closed, or missing (open, but without its sales data).
 *
 * <ol>
 *   <li>An hour with a sale is open.
 *   <li>An hour is usually open if the configuration says so. Without configuration, it is usually
 *       open if at least half of the earlier days with sales of the same weekday, within {@code
 *       normalHoursDays}, had a sale in that hour. If there is no such day, it is usually open
 *       between the first and the last sale of the day.
 *   <li>A usually open hour without a sale, on a day with sales, is open with 0 tickets. But a run
 *       of such hours is missing if its Poisson probability, e^-(usual tickets of these hours), is
 *       below 0.0001.
 *   <li>The usually open hours of a day without any sale are missing, or closed on a public
 *       holiday. All other hours are closed.
 * </ol>
 *
 * <p>Only earlier days and the day itself are used, so new data never changes the state of an old
 * day.
 *
 * @param configured open hours by weekday, 0 Sunday; a weekday that is absent is learned from sales
 * @param holidays days on which the store may be closed
 * @param normalHoursDays number of past days from which usual hours are learned
 */
record OpenHours(
    Map<Integer, Set<Integer>> configured, Set<LocalDate> holidays, int normalHoursDays)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int WEEK = 7;
  private static final double USUAL_SHARE = 0.5;

  /** -ln(0.0001). */
  private static final double IMPROBABLE_SILENCE_TICKETS = 9.21;

  /**
   * States of every hour of every day, in the order given.
   *
   * @param first the first day
   * @param tickets visits by day and hour; the hours of a business day in their order
   * @param hours hour on the clock for each index in a day
   */
  List<String[]> states(LocalDate first, List<long[]> tickets, int[] hours) {
    List<String[]> states = new ArrayList<>();
    for (int day = 0; day < tickets.size(); day++) {
      states.add(statesOf(first.plusDays(day), day, tickets, hours));
    }
    return states;
  }

  private String[] statesOf(LocalDate on, int day, List<long[]> tickets, int[] hours) {
    long[] sold = tickets.get(day);
    boolean[] isUsual = new boolean[hours.length];
    double[] usualTickets = new double[hours.length];
    for (int place = 0; place < hours.length; place++) {
      Habit habit = Habit.of(tickets, day, place, normalHoursDays / WEEK);
      Set<Integer> open = configured.get(on.getDayOfWeek().getValue() % WEEK);
      isUsual[place] =
          open == null ? habit.isUsual(isBetweenSales(sold, place)) : open.contains(hours[place]);
      usualTickets[place] = isUsual[place] ? habit.ticketsADay() : 0;
    }

    boolean hadSales = hasSales(sold);
    String ofSilentDay = holidays.contains(on) ? HourlySales.CLOSED : HourlySales.MISSING;
    double[] silent = silentTickets(sold, usualTickets);
    String[] states = new String[hours.length];
    for (int place = 0; place < hours.length; place++) {
      boolean isProbable = silent[place] <= IMPROBABLE_SILENCE_TICKETS;
      if (sold[place] > 0) {
        states[place] = HourlySales.OPEN;
      } else if (!isUsual[place]) {
        states[place] = HourlySales.CLOSED;
      } else if (hadSales) {
        states[place] = isProbable ? HourlySales.OPEN : HourlySales.MISSING;
      } else {
        states[place] = ofSilentDay;
      }
    }
    return states;
  }

  /** Usual tickets of the whole run of hours without sales that an hour belongs to. */
  private static double[] silentTickets(long[] sold, double[] usual) {
    double[] silent = new double[sold.length];
    int from = 0;
    while (from < sold.length) {
      int to = from + 1;
      double sum = sold[from] > 0 ? 0 : usual[from];
      while (to < sold.length && sold[to] == 0) {
        sum += usual[to++];
      }
      Arrays.fill(silent, from, to, sum);
      from = to;
    }
    return silent;
  }

  private static boolean isBetweenSales(long[] sold, int place) {
    int first = 0;
    while (first < sold.length && sold[first] == 0) {
      first++;
    }
    int last = sold.length - 1;
    while (last >= 0 && sold[last] == 0) {
      last--;
    }
    return first <= place && place <= last;
  }

  private static boolean hasSales(long[] sold) {
    for (long tickets : sold) {
      if (tickets > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * History of an hour on earlier days of the same weekday.
   *
   * @param days number of such days
   * @param soldDays days with any sale
   * @param soldHours days with a sale in this hour
   * @param tickets sold in this hour on all of them
   */
  private record Habit(int days, int soldDays, int soldHours, long tickets) {

    static Habit of(List<long[]> tickets, int day, int place, int weeks) {
      int days = 0;
      int soldDays = 0;
      int soldHours = 0;
      long sum = 0;
      for (int back = 1; back <= weeks && day - back * WEEK >= 0; back++) {
        long[] before = tickets.get(day - back * WEEK);
        days++;
        soldDays += hasSales(before) ? 1 : 0;
        soldHours += before[place] > 0 ? 1 : 0;
        sum += before[place];
      }
      return new Habit(days, soldDays, soldHours, sum);
    }

    boolean isUsual(boolean isBetweenSales) {
      return soldDays == 0
          ? isBetweenSales
          : soldHours >= soldDays * USUAL_SHARE && soldDays >= days * USUAL_SHARE;
    }

    double ticketsADay() {
      return soldDays == 0 ? 0 : (double) tickets / soldDays;
    }
  }
}
