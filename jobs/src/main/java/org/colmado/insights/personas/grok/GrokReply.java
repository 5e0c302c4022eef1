package org.colmado.insights.personas.grok;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The result of a question over all attempts.
 *
 * @param answer JSON text; null unless {@code ANSWERED}
 * @param attempts number of requests sent or tried; 0 if none
 * @param inputTokens including cached tokens
 * @param outputTokens including reasoning tokens
 * @param costUsd cost stated by the server, else computed from tokens; includes unusable answers
 * @param unknownUsd maximum cost of attempts whose response was lost; 0 if none
 * @param askedAt start of the first attempt
 * @param detail what failed and what was found, on one line; empty if {@code ANSWERED}; never
 *     contains the key
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

  /** Cost in US$ that a budget must count. */
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
