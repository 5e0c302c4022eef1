package org.colmado.insights.forecast;

import java.util.List;

/**
 * In which hours of a weekday the store sells: the share of the last eight same weekdays that sold
 * something in them. A weekday that sold nothing for four weeks in which others did is one the
 * store is closed on.
 */
final class Slots {
  private static final int DAYS = 8;
  private static final int CLOSED_AFTER_WEEKS = 4;
  private static final double CANDIDATE = 0.05;
  private static final double REGULAR = 0.5;

  private final double[][] presence = new double[ShopDays.WEEK][Past.HOURS];
  private final ShopDays shop;

  private Slots(ShopDays shop) {
    this.shop = shop;
  }

  static Slots of(Past past) {
    Slots slots = new Slots(past.shop());
    for (int day = past.origin(); day < past.origin() + ShopDays.WEEK; day++) {
      double[] ofWeekday = slots.presence[past.shop().weekday(day)];
      List<Integer> alike = isClosed(past, day) ? List.of() : past.alike(day, DAYS);
      for (int like : alike) {
        for (int hour = 0; hour < Past.HOURS; hour++) {
          ofWeekday[hour] += past.value(like, hour) > 0 ? 1.0 / alike.size() : 0;
        }
      }
    }
    return slots;
  }

  private static boolean isClosed(Past past, int day) {
    for (int week = 1; week <= CLOSED_AFTER_WEEKS; week++) {
      int before = day - week * ShopDays.WEEK;
      boolean soldAround =
          before >= 0
              && !past.shop().counted(before - 3, Math.min(before + 4, past.origin())).isEmpty();
      if (!soldAround || past.shop().isKnown(before)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a sale in the hour is possible at all. */
  boolean isCandidate(int day, int hour) {
    return presence[shop.weekday(day)][hour] >= CANDIDATE;
  }

  /** Whether any hour of the day is a candidate. */
  boolean isOpen(int day) {
    for (int hour = 0; hour < Past.HOURS; hour++) {
      if (isCandidate(day, hour)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the store is open then as a rule. */
  boolean isRegular(int day, int hour) {
    return presence[shop.weekday(day)][hour] >= REGULAR;
  }
}
