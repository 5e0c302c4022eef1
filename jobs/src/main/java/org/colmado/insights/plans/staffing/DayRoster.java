package org.colmado.insights.plans.staffing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.colmado.insights.plans.demand.Newsvendor;

/**
 * Hands for one business day of one store: what every hour needs by {@link MmcQueue}, and the
 * shifts that give it by {@link ShiftCover}.
 */
public record DayRoster(StaffingRules rules, ServiceTimes service) {
  private static final double COLUMN_SECONDS = 60;

  /** Standard deviations from the mean to the upper end of an 80 % interval. */
  private static final double TO_UPPER = 1.2816;

  /**
   * An open hour.
   *
   * @param order place of the hour in the business day, 0 for its first; a gap is a closed hour
   * @param expected tickets
   * @param upper rate of customers that the hour is manned for
   * @param deliveryShare part of the tickets that is brought to the house
   */
  public record Hour(int order, double expected, double upper, double deliveryShare) {}

  /**
   * Hands of an hour; the waits are those of the expected tickets with these clerks.
   *
   * @param overAMinute chance to wait longer than 60 s
   */
  public record Hands(
      int clerks,
      int clerksNeeded,
      int riders,
      int ridersNeeded,
      double waitSeconds,
      double overAMinute,
      double utilisation) {}

  /**
   * The rate of customers that an hour is manned for: a quantile of what the rate may be. The
   * interval of a number of tickets is wider than that of their rate by chance arrivals, which the
   * waiting line counts by itself: a Poisson count's variance is taken out.
   *
   * @param upper upper end of the forecast's 80 % interval
   * @param quantile 0.9: the upper end itself; 0.5: what is expected
   */
  public static double upperRate(double expected, double upper, double quantile) {
    double above = Math.max(0, upper - expected) / TO_UPPER;
    double deviation = Math.sqrt(Math.max(0, above * above - Math.max(0, expected)));

    return Newsvendor.normalQuantile(expected, deviation, quantile);
  }

  /**
   * Plans the day.
   *
   * @param hours open hours in their order
   */
  public List<Hands> of(List<Hour> hours) {
    int slots = hours.isEmpty() ? 0 : hours.get(hours.size() - 1).order() + 1;
    boolean[] isOpen = new boolean[slots];
    hours.forEach(hour -> isOpen[hour.order()] = true);
    int[] clerksNeeded = needed(hours, slots, this::clerks);
    int[] ridersNeeded = needed(hours, slots, this::riders);
    ShiftCover cover = new ShiftCover(rules.leastShiftHours(), rules.mostShiftHours());
    int[] clerks = cover.over(clerksNeeded, isOpen);
    int[] riders = cover.over(ridersNeeded, isOpen);

    List<Hands> hands = new ArrayList<>();
    for (Hour hour : hours) {
      int slot = hour.order();
      MmcQueue line = new MmcQueue(hour.expected(), service.counterMinutes(), clerks[slot]);
      hands.add(
          new Hands(
              clerks[slot],
              clerksNeeded[slot],
              riders[slot],
              ridersNeeded[slot],
              line.meanWaitSeconds(),
              line.chanceToWaitOver(COLUMN_SECONDS),
              line.utilisation()));
    }
    return hands;
  }

  /** Fewest clerks for the hour, before shifts. */
  public int clerks(Hour hour) {
    return MmcQueue.fewest(
        hour.upper(),
        service.counterMinutes(),
        rules.counterWaitSeconds(),
        rules.mostWaiting(),
        rules.leastClerks());
  }

  private int riders(Hour hour) {
    return MmcQueue.fewest(
        hour.upper() * hour.deliveryShare(),
        service.deliveryMinutes(),
        rules.riderWaitSeconds(),
        rules.mostWaiting(),
        0);
  }

  private static int[] needed(List<Hour> hours, int slots, ToIntFunction<Hour> hands) {
    int[] needed = new int[slots];
    hours.forEach(hour -> needed[hour.order()] = hands.applyAsInt(hour));
    return needed;
  }
}
