package org.colmado.insights.forecast.history;

import java.util.List;

/**
 * The hours of each weekday in which the store sells: for each hour, the share of the last eight
 * same weekdays with a sale in it. A weekday counts as closed after eight weeks without a sale
 * while other days sold, or after three weeks if it never sold before. A few closed weeks do not
 * count as closed: the forecast then says what the store would sell if it opened.
 */
public final class SellingHours {
  private static final int DAYS = 8;
  private static final int CLOSED_AFTER_WEEKS = 8;
  private static final int NEVER_AFTER_WEEKS = 3;
  private static final double CANDIDATE = 0.05;
  private static final double REGULAR = 0.5;

  private final double[][] presence = new double[ShopDays.WEEK][MeasureHistory.HOURS];
  private final ShopDays shop;

  private SellingHours(ShopDays shop) {
    this.shop = shop;
  }

  public static SellingHours of(MeasureHistory past) {
    SellingHours slots = new SellingHours(past.shop());
    for (int day = past.origin(); day < past.origin() + ShopDays.WEEK; day++) {
      double[] ofWeekday = slots.presence[past.shop().weekday(day)];
      List<Integer> alike = isClosed(past, day) ? List.of() : past.similarDays(day, DAYS);
      for (int like : alike) {
        for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
          ofWeekday[hour] += past.value(like, hour) > 0 ? 1.0 / alike.size() : 0;
        }
      }
    }
    return slots;
  }

  private static boolean isClosed(MeasureHistory past, int day) {
    int weeks = 0;
    for (int before = day - ShopDays.WEEK; before >= 0; before -= ShopDays.WEEK) {
      if (past.shop().isKnown(before)) {
        return weeks >= CLOSED_AFTER_WEEKS;
      }
      weeks +=
          past.shop().counted(before - 3, Math.min(before + 4, past.origin())).isEmpty() ? 0 : 1;
    }
    return weeks >= NEVER_AFTER_WEEKS;
  }

  /** Whether the store sells in this hour at least sometimes. */
  public boolean isCandidate(int day, int hour) {
    return presence[shop.weekday(day)][hour] >= CANDIDATE;
  }

  /** Whether any hour of the day is a candidate. */
  public boolean isOpen(int day) {
    for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
      if (isCandidate(day, hour)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the store is usually open in this hour. */
  public boolean isRegular(int day, int hour) {
    return presence[shop.weekday(day)][hour] >= REGULAR;
  }
}
