package org.colmado.insights.simulate;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A planted anomaly.
 *
 * @param on business day
 * @param fromHour first clock hour of it
 * @param toHour first hour after it, at most 25
 * @param product what was priced wrong, or null
 */
record Incident(Kind kind, LocalDate on, int fromHour, int toHour, Product product) {
  /** What happened. */
  enum Kind {
    /** Nothing is sold although the shop is open. */
    POWER_CUT(0),
    /** Twice the visits, all day. */
    DOUBLE_TRAFFIC(2),
    /** A best seller leaves at a tenth of its price, all day. */
    WRONG_PRICE(1);

    private final double visits;

    Kind(double visits) {
      this.visits = visits;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What it multiplies the visits of an hour by. */
  double visits(int hour) {
    return hour >= fromHour && hour < toHour ? kind.visits : 1;
  }
}
