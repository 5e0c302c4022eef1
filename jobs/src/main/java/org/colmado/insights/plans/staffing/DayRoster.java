package org.colmado.insights.plans.staffing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.colmado.insights.plans.demand.Newsvendor;

/**
 * Staffing of one business day of one store: the staff each hour needs ({@link MmcQueue}), covered
 * by shifts ({@link ShiftCover}).
 */
public record DayRoster(StaffingRules rules, ServiceTimes service) {
  private static final double COLUMN_SECONDS = 60;

  /** 90 % quantile of the standard normal distribution. */
  private static final double TO_UPPER = 1.2816;

  /**
   * An open hour.
   *
   * @param order index of the hour in the business day, from 0; a gap is a closed hour
   * @param expected tickets
   * @param upper customer rate for which the hour is staffed
   * @param deliveryShare share of tickets that are delivered
   */
  public record Hour(int order, double expected, double upper, double deliveryShare) {}

  /**
   * Staff of an hour, and the waits of the expected tickets with these clerks.
   *
   * @param overAMinute probability of a wait longer than 60 s
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
   * The customer rate for which an hour is staffed: a quantile of the rate. The prediction interval
   * of a ticket count also contains Poisson noise, which the queueing model already includes; so
   * the Poisson variance is subtracted.
   *
   * @param upper upper end of the forecast's 80 % interval
   * @param quantile 0.9: the upper end itself; 0.5: the expected value
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

  /** Minimum number of clerks of the hour, before shifts. */
  public int clerks(Hour hour) {
    return MmcQueue.minServers(
        hour.upper(),
        service.counterMinutes(),
        rules.counterWaitSeconds(),
        rules.mostWaiting(),
        rules.leastClerks());
  }

  private int riders(Hour hour) {
    return MmcQueue.minServers(
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
