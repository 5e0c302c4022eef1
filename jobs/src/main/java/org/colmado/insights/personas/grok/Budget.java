package org.colmado.insights.personas.grok;

import java.math.BigDecimal;

/**
 * The budget of a month. The worst-case cost of a call is reserved before it and settled after it,
 * so that concurrent calls cannot exceed the budget. Thread-safe.
 */
public final class Budget {
  private final BigDecimal cap;
  private BigDecimal spent;
  private BigDecimal reserved = BigDecimal.ZERO;

  /**
   * Makes a budget.
   *
   * @param cap limit of the month in US$
   * @param spent US$ already spent in the month
   */
  public Budget(BigDecimal cap, BigDecimal spent) {
    this.cap = notNegative("cap", cap);
    this.spent = notNegative("spent", spent);
  }

  /**
   * Reserves money, if enough is left.
   *
   * @param estimate worst-case cost in US$; see {@link GrokClient#worstCase}
   * @return whether it was reserved; if so, {@link #settle} must follow
   */
  public synchronized boolean reserves(BigDecimal estimate) {
    if (notNegative("estimate", estimate).compareTo(left()) > 0) {
      return false;
    }

    reserved = reserved.add(estimate);
    return true;
  }

  /**
   * Records the actual cost and releases the reservation.
   *
   * @param reservation the amount given to {@link #reserves}
   * @param actual cost in US$; see {@link GrokReply#mostUsd}. An excess over the reservation also
   *     counts
   */
  public synchronized void settle(BigDecimal reservation, BigDecimal actual) {
    if (notNegative("reservation", reservation).compareTo(reserved) > 0) {
      throw new IllegalArgumentException(
          "Cannot settle US$ %s: only %s are set aside".formatted(reservation, reserved));
    }

    spent = spent.add(notNegative("actual", actual));
    reserved = reserved.subtract(reservation);
  }

  /** US$ spent in the month. */
  public synchronized BigDecimal spent() {
    return spent;
  }

  /** US$ neither spent nor reserved; negative if calls cost more than their worst case. */
  public synchronized BigDecimal left() {
    return cap.subtract(spent).subtract(reserved);
  }

  private static BigDecimal notNegative(String what, BigDecimal usd) {
    if (usd.signum() < 0) {
      throw new IllegalArgumentException(
          "Cannot count %s of US$ %s: expected 0 or more".formatted(what, usd));
    }

    return usd;
  }
}
