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
record Bill(
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    BigDecimal costUsd,
    BigDecimal unknownUsd) {
  static final Bill NOTHING = new Bill(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Of an attempt that the server may have worked on, without a word of what it took. */
  static Bill unknown(BigDecimal most) {
    return new Bill(0, 0, 0, BigDecimal.ZERO, most);
  }

  Bill plus(Bill other) {
    return new Bill(
        inputTokens + other.inputTokens,
        cachedTokens + other.cachedTokens,
        outputTokens + other.outputTokens,
        costUsd.add(other.costUsd),
        unknownUsd.add(other.unknownUsd));
  }
}
