package org.colmado.insights.personas.grok;

import java.util.Optional;

/**
 * Ends asking for good when it has become plain that it is in vain: the server failed call after
 * call, or refused the key.
 */
final class CircuitBreaker {
  private final int mostFailures;
  private int failures;
  private String why;

  CircuitBreaker(int mostFailures) {
    this.mostFailures = mostFailures;
  }

  /** Why nothing is asked any more; empty while it is. */
  synchronized Optional<String> whyOpen() {
    return Optional.ofNullable(why);
  }

  synchronized void note(GrokReply reply) {
    failures = reply.status().isServersFault() ? failures + 1 : 0;
    boolean isKeyRefused = reply.status() == GrokStatus.REFUSED_KEY;
    if (why == null && (isKeyRefused || failures >= mostFailures)) {
      why =
          isKeyRefused
              ? "Not asked: an earlier call was told: " + reply.detail()
              : "Not asked: %d calls in a row failed, the last: %s"
                  .formatted(failures, reply.detail());
    }
  }
}
