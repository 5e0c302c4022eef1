package org.colmado.insights.personas.grok;

import java.math.BigDecimal;

/**
 * What attempts used and cost.
 *
 * @param inputTokens the cached ones included
 * @param outputTokens the thinking ones included
 * @param costUsd as the server said, else by the price of the tokens it said
 * @param unknownUsd the most that attempts may have cost whose bill never came
 */
record CallCost(
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    BigDecimal costUsd,
    BigDecimal unknownUsd) {
  static final CallCost NOTHING = new CallCost(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Of an attempt that the server may have worked on, without a word of what it took. */
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
