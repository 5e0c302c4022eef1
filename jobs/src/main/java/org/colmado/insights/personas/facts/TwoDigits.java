package org.colmado.insights.personas.facts;

import java.math.BigDecimal;
import java.math.MathContext;

/** A figure as people say it: 1,234 is 1,200 and 43.2 is 43. */
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
