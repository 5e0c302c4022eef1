package org.colmado.insights.personas.grok;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What came of a question, with what it took over all attempts.
 *
 * @param answer JSON text; null unless {@code ANSWERED}
 * @param attempts requests that were sent, or tried to; 0 if none
 * @param inputTokens the cached ones included
 * @param outputTokens the thinking ones included
 * @param costUsd as the server said, else by the price of the tokens it said; answers that could
 *     not be used are in it
 * @param unknownUsd the most that attempts may have cost whose bill never came; 0 if all came
 * @param askedAt when the first attempt began
 * @param detail what failed and what was found, on one line; empty if {@code ANSWERED}; never has
 *     the key
 */
public record GrokReply(
    GrokStatus status,
    String answer,
    int attempts,
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    BigDecimal costUsd,
    BigDecimal unknownUsd,
    Instant askedAt,
    String detail) {

  /** US$ that a budget has to count. */
  public BigDecimal mostUsd() {
    return costUsd.add(unknownUsd);
  }

  static GrokReply notAsked(Instant at, String why) {
    return of(Attempt.failed(GrokStatus.NOT_ASKED, why), 0, CallCost.NOTHING, at);
  }

  static GrokReply of(Attempt last, int attempts, CallCost bill, Instant askedAt) {
    return new GrokReply(
        last.status(),
        last.answer(),
        attempts,
        bill.inputTokens(),
        bill.cachedTokens(),
        bill.outputTokens(),
        bill.costUsd(),
        bill.unknownUsd(),
        askedAt,
        last.detail());
  }
}
