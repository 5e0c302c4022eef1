package org.colmado.insights.personas.grok;

import java.util.Optional;

/**
 * Stops all further calls after too many failures in a row or a refused key. Also counts the calls.
 */
final class CircuitBreaker {
  private final int mostFailures;
  private int failures;
  private int calls;
  private int answers;
  private GrokReply lastFailure;
  private String why;

  CircuitBreaker(int mostFailures) {
    this.mostFailures = mostFailures;
  }

  /** Why the breaker is open; empty while it is closed. */
  synchronized Optional<String> whyOpen() {
    return Optional.ofNullable(why);
  }

  synchronized void note(GrokReply reply) {
    boolean isAnswered = reply.status() == GrokStatus.ANSWERED;
    calls++;
    answers += isAnswered ? 1 : 0;
    lastFailure = isAnswered ? lastFailure : reply;
    failures = reply.status().isLikelyToStay() ? failures + 1 : 0;

    boolean isKeyRefused = reply.status() == GrokStatus.REFUSED_KEY;
    if (why == null && (isKeyRefused || failures >= mostFailures)) {
      why =
          isKeyRefused
              ? "Not asked: an earlier call was refused: " + reply.detail()
              : "Not asked: %d calls in a row failed, the last: %s"
                  .formatted(failures, reply.detail());
    }
  }

  /**
   * Summary of failed calls with the remedy for the last one; empty if all succeeded.
   *
   * @param asked model and endpoint
   */
  synchronized Optional<String> failureSummary(String asked) {
    return Optional.ofNullable(lastFailure)
        .map(
            last ->
                "%s gave no answer to %d of %d questions%s; the last: %s -> %s"
                    .formatted(
                        asked,
                        calls - answers,
                        calls,
                        why == null ? "" : " and is asked no more tonight",
                        last.detail(),
                        last.status().remedy()));
  }
}
