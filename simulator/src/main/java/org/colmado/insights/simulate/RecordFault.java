package org.colmado.insights.simulate;

import java.util.List;
import java.util.Locale;

/** Kinds of faulty records. */
enum RecordFault {
  MISSING_DATE(true),
  /** {@code 2026-11-15}: a day, not an instant. */
  DATE_WITHOUT_TIME(true),
  /** The year 2099. */
  FUTURE_DATE(true),
  /** {@code "s/p"} where the total and the first amount should be. */
  TEXT_IN_AMOUNT(true),
  /** Below zero on what is no return. */
  NEGATIVE_TOTAL(true),
  EMPTY_ITEMS(true),
  /** The line ends in the middle. */
  BROKEN_JSON(true),
  /** UTF-8 read as Windows-1252 and written as UTF-8 again: Café as CafÃ©. The money is right. */
  MOJIBAKE(false),
  /** ISO 8859-1 bytes in a file of UTF-8. The money is right. */
  LATIN1_BYTES(false);

  /** What stands in an amount that was never keyed in. */
  static final String NO_PRICE = "s/p";

  private static final List<RecordFault> ALL = List.of(values());
  private static final List<RecordFault> IN_ASCII =
      ALL.stream().filter(RecordFault::isRefused).toList();

  private final boolean isRefused;

  RecordFault(boolean isRefused) {
    this.isRefused = isRefused;
  }

  /** Whether nothing honest can be made of the record. Otherwise its ticket counts as good. */
  boolean isRefused() {
    return isRefused;
  }

  /** Draws a kind that shows: what is not refused takes a letter outside ASCII. */
  static RecordFault any(boolean hasAccent, SeededRandom dice) {
    List<RecordFault> kinds = hasAccent ? ALL : IN_ASCII;

    return kinds.get(dice.below(kinds.size()));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
