package org.colmado.insights.personas.grok;

import java.time.Duration;

/**
 * One HTTP request and its outcome.
 *
 * @param answer JSON text; null unless answered
 * @param detail what failed and what was found; empty if answered
 * @param isWorthAnother whether a retry may succeed
 * @param askedWait wait requested by the server (Retry-After); zero if none
 */
record Attempt(
    GrokStatus status,
    String answer,
    CallCost bill,
    String detail,
    boolean isWorthAnother,
    Duration askedWait) {

  static Attempt answered(String answer, CallCost bill) {
    return new Attempt(GrokStatus.ANSWERED, answer, bill, "", false, Duration.ZERO);
  }

  static Attempt failed(GrokStatus status, String detail) {
    return new Attempt(status, null, CallCost.NOTHING, detail, false, Duration.ZERO);
  }

  Attempt billed(CallCost other) {
    return new Attempt(status, answer, other, detail, isWorthAnother, askedWait);
  }

  Attempt worthAnotherAfter(Duration wait) {
    return new Attempt(status, answer, bill, detail, true, wait);
  }

  /** The same with the key masked in the server's text. */
  Attempt without(ApiKey key) {
    String kept = answer == null ? null : key.hiddenIn(answer);

    return new Attempt(status, kept, bill, key.hiddenIn(detail), isWorthAnother, askedWait);
  }

  Attempt noting(String more) {
    return new Attempt(status, answer, bill, detail + "; " + more, isWorthAnother, askedWait);
  }
}
