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
 * Says of every hour of a store whether it was open, closed, or open with its sales missing.
 *
 * <ol>
 *   <li>An hour with a sale is open.
 *   <li>An hour is usually open where the configuration says so; where it is silent, if at least
 *       half of the days of the same weekday before, as far back as {@code normalHoursDays}, that
 *       had any sale had one in it; before there is such a day, if it lies between the day's first
 *       and last sale.
 *   <li>A usual hour of a day that had sales is open with 0; but if the store was silent for so
 *       long that chance would do it less than once in ten thousand, e^-(what the silent hours
 *       usually sell) &lt; 0.0001, those hours are missing.
 *   <li>The usual hours of a day without any sale are missing; on a public holiday the store was
 *       closed. Other hours are closed.
 * </ol>
 *
 * <p>Only days before and the day itself decide, so an earlier day never changes its mind.
 *
 * @param configured open hours by weekday, 0 Sunday; a weekday that is not in it is learned
 * @param holidays days the store may keep closed
 * @param normalHoursDays how far back habit is learned from
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
   * @param hours hour of the clock of each place in a day
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

  /** What the hours of the silence that a place is in usually sell, all together. */
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
   * What an hour did on the same weekday before.
   *
   * @param days days there were
   * @param soldDays of them, days that had any sale
   * @param soldHours of them, days that had a sale in this hour
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
