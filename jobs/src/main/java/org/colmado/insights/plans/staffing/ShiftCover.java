package org.colmado.insights.plans.staffing;

import java.util.Arrays;

/**
 * Covers the staff needed in every hour by shifts of full hours, with the fewest paid hours, then
 * the fewest shifts.
 *
 * <p>Exact. As shifts are consecutive hours, the covering problem is a network flow (Bartholdi,
 * Orlin and Ratliff, Operations Research 1980, 28:1074; Ahuja, Magnanti and Orlin, Network Flows,
 * 1993, 9.6): the nodes are the times between hours; a shift is a unit of flow from its start to
 * its end and costs its hours; surplus staff flows back one hour at no cost; the supply of a node
 * is the increase of the need there. An integral optimum exists.
 *
 * @param leastHours minimum length of a shift; if a shop is open for less, its open hours
 * @param mostHours maximum length of a shift
 */
record ShiftCover(int leastHours, int mostHours) {
  /** More than the shifts of a day: an hour weighs more than any number of shifts. */
  private static final long HOUR_COST = 1_000;

  /**
   * Staff in every hour, never fewer than needed.
   *
   * @param needed staff by hour, in order, without closed hours
   */
  int[] over(int[] needed) {
    int hours = needed.length;
    MinCostFlow flow = new MinCostFlow(hours + 1);
    int least = Math.min(leastHours, hours);
    int[][] shifts = new int[hours][hours + 1];
    for (int start = 0; start < hours; start++) {
      for (int end = start + least; end <= Math.min(hours, start + mostHours); end++) {
        shifts[start][end] = flow.arc(start, end, HOUR_COST * (end - start) + 1);
      }
      flow.arc(start + 1, start, 0);
    }

    flow.send(rises(needed));
    int[] hands = new int[hours];
    for (int start = 0; start < hours; start++) {
      for (int end = start + least; end <= Math.min(hours, start + mostHours); end++) {
        for (int hour = start; hour < end; hour++) {
          hands[hour] += flow.on(shifts[start][end]);
        }
      }
    }
    return hands;
  }

  /**
   * The same for a day with closed hours: they get no staff and interrupt shifts.
   *
   * @param needed staff by hour, in order
   * @param isOpen by hour
   */
  int[] over(int[] needed, boolean[] isOpen) {
    int[] hands = new int[needed.length];
    for (int from = 0; from < needed.length; from++) {
      int to = from;
      while (to < needed.length && isOpen[to]) {
        to++;
      }
      if (to > from) {
        int[] stretch = over(Arrays.copyOfRange(needed, from, to));
        System.arraycopy(stretch, 0, hands, from, stretch.length);
        from = to;
      }
    }
    return hands;
  }

  /** Increase of the need at each time, negative for a decrease; the sum is 0. */
  private static int[] rises(int[] needed) {
    int[] rises = new int[needed.length + 1];
    for (int hour = 0; hour < needed.length; hour++) {
      rises[hour] += needed[hour];
      rises[hour + 1] -= needed[hour];
    }
    return rises;
  }
}
