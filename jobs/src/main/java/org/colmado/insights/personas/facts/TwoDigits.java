package org.colmado.insights.personas.facts;

import java.math.BigDecimal;
import java.math.MathContext;

/** Rounds a figure to two significant digits: 1,234 to 1,200 and 43.2 to 43. */
final class TwoDigits {
  private static final MathContext TWO = new MathContext(2);

  private TwoDigits() {}

  /** A share as a percentage: 0.1234 is 12. */
  static double percent(double share) {
    return of(100 * share);
  }

  static double of(double value) {
    return new BigDecimal(value).round(TWO).doubleValue();
  }
}
