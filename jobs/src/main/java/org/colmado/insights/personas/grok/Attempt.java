package org.colmado.insights.personas.grok;

import java.time.Duration;

/**
 * One request, and what came of it.
 *
 * @param answer JSON text; null unless answered
 * @param detail what failed and what was found; empty if answered
 * @param isWorthAnother whether the same request may fare better in a moment
 * @param askedWait how long the server asked to be left alone; zero if it did not ask
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

  /** The same, with words of the server in which nothing is that must not be kept. */
  Attempt without(ApiKey key) {
    String kept = answer == null ? null : key.hiddenIn(answer);

    return new Attempt(status, kept, bill, key.hiddenIn(detail), isWorthAnother, askedWait);
  }

  Attempt noting(String more) {
    return new Attempt(status, answer, bill, detail + "; " + more, isWorthAnother, askedWait);
  }
}
