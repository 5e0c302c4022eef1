package org.colmado.insights.personas.grok;

import java.math.BigDecimal;

/**
 * Tokens and cost of attempts.
 *
 * @param inputTokens including cached tokens
 * @param outputTokens including reasoning tokens
 * @param costUsd cost stated by the server, else computed from tokens and price
 * @param unknownUsd maximum cost of attempts whose response was lost
 */
record CallCost(
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    BigDecimal costUsd,
    BigDecimal unknownUsd) {
  static final CallCost NOTHING = new CallCost(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

  /** The cost of an attempt that may have been processed but got no response. */
  static CallCost unknown(BigDecimal most) {
    return new CallCost(0, 0, 0, BigDecimal.ZERO, most);
  }

  CallCost plus(CallCost other) {
    return new CallCost(
        inputTokens + other.inputTokens,
        cachedTokens + other.cachedTokens,
        outputTokens + other.outputTokens,
        costUsd.add(other.costUsd),
        unknownUsd.add(other.unknownUsd));
  }
}
