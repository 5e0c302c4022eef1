package org.colmado.insights.segments;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * An hour of a business day.
 *
 * @param hour on the store's clock, 0 to 23
 */
record Slot(LocalDate on, int hour) implements Comparable<Slot> {
  private static final int DATE_LENGTH = "2026-08-14".length();
  private static final Comparator<Slot> IN_TIME =
      Comparator.comparing(Slot::on).thenComparing(Slot::hour);

  /** Reads "2026-08-14 9". */
  static Slot parse(String text) {
    return new Slot(
        LocalDate.parse(text.substring(0, DATE_LENGTH)),
        Integer.parseInt(text.substring(DATE_LENGTH + 1)));
  }

  /** Its day's weekday. */
  int weekday() {
    return weekday(on);
  }

  /** 0 Sunday to 6 Saturday. */
  static int weekday(LocalDate on) {
    return on.getDayOfWeek().getValue() % 7;
  }

  @Override
  public int compareTo(Slot other) {
    return IN_TIME.compare(this, other);
  }
}
