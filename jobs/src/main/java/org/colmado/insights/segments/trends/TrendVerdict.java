package org.colmado.insights.segments.trends;

import java.util.Locale;

/** What is said of a change. */
enum TrendVerdict {
  UP,
  DOWN,
  STEADY,
  UNSURE;

  /** A change whose interval is within this part of the value before is none to speak of. */
  private static final double BAND = 0.15;

  /** False discovery rate of the ups and downs of a store and night. */
  private static final double FALSE_DISCOVERIES = 0.05;

  /**
   * The verdict.
   *
   * @param pAdjusted of no change, adjusted for all changes of the store
   */
  static TrendVerdict of(Interval change, double before, double pAdjusted) {
    if (change.isWithin(BAND * before)) {
      return STEADY;
    }
    if (pAdjusted > FALSE_DISCOVERIES) {
      return UNSURE;
    }
    return change.value() > 0 ? UP : DOWN;
  }

  /** As the table has it. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
