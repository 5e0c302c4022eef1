package org.colmado.insights.plans.staffing;

import java.util.Arrays;

/**
 * Covers what every hour needs with shifts of full hours, paying for the fewest hours, and among
 * those with the fewest shifts.
 *
 * <p>Exact. Hours that follow each other make the covering a flow (Bartholdi, Orlin and Ratliff,
 * Operations Research 1980, 28:1074; Ahuja, Magnanti and Orlin, Network Flows, 1993, 9.6): the
 * nodes are the times between hours; a shift carries one from its start to its end and costs its
 * hours; a hand more than needed flows back one hour for nothing; a node gives what the need rises
 * there and takes what it falls. Flows of whole numbers are enough.
 *
 * @param leastHours of a shift; where a shop is open for less, all of that
 * @param mostHours of a shift
 */
record ShiftCover(int leastHours, int mostHours) {
  /** More than the shifts of a day: an hour weighs more than any number of shifts. */
  private static final long HOUR_COST = 1_000;

  /**
   * Hands in every hour, never fewer than needed.
   *
   * @param needed hands by hour, in order; all hours of one stretch without a break
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
   * The same of a day with breaks: closed hours get nobody, and no shift goes over them.
   *
   * @param needed hands by hour, in order
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

  /** By how much the need rises at each time; what falls is negative, and all of it is 0. */
  private static int[] rises(int[] needed) {
    int[] rises = new int[needed.length + 1];
    for (int hour = 0; hour < needed.length; hour++) {
      rises[hour] += needed[hour];
      rises[hour + 1] -= needed[hour];
    }
    return rises;
  }
}
