package org.colmado.insights.personas.grok;

import java.math.BigDecimal;

/**
 * A month's money. What a call may cost at worst is set aside before it, and what it did cost is
 * counted after it; so calls at the same time cannot spend the same cent. Safe for use by many
 * threads.
 */
public final class Budget {
  private final BigDecimal cap;
  private BigDecimal spent;
  private BigDecimal reserved = BigDecimal.ZERO;

  /**
   * A budget.
   *
   * @param cap US$ that may be spent in the month
   * @param spent US$ of it that are spent already
   */
  public Budget(BigDecimal cap, BigDecimal spent) {
    this.cap = notNegative("cap", cap);
    this.spent = notNegative("spent", spent);
  }

  /**
   * Sets money aside, if that much is left.
   *
   * @param estimate US$ at worst; see {@link GrokClient#worstCase}
   * @return whether it was set aside; if so, {@link #settle} has to follow
   */
  public synchronized boolean reserves(BigDecimal estimate) {
    if (notNegative("estimate", estimate).compareTo(left()) > 0) {
      return false;
    }

    reserved = reserved.add(estimate);
    return true;
  }

  /**
   * Counts what was spent and frees the rest of what was set aside.
   *
   * @param reservation as it was given to {@link #reserves}
   * @param actual US$ spent; see {@link GrokReply#mostUsd}. What is over the reservation counts
   *     too, and is missing for later calls
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

  /** US$ that are neither spent nor set aside; below zero if calls cost more than their worst. */
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
