package org.colmado.insights.personas.grok;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Exponential backoff with jitter: the wait doubles with every attempt and is reduced randomly by
 * up to half, so that calls that failed together do not retry together.
 */
record Backoff(GrokRules.Retries retries) {

  /**
   * The wait after an attempt.
   *
   * @param attempt number of the failed attempt, from 1
   * @param asked minimum wait requested by the server
   */
  Duration after(int attempt, Duration asked) {
    long most = Math.min((long) retries.firstWaitMs() << (attempt - 1), longest().toMillis());
    Duration own = Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    if (asked.isZero()) {
      return own;
    }

    Duration both = asked.plus(own);
    return both.compareTo(longest()) <= 0 ? both : longest();
  }

  boolean allows(Duration asked) {
    return asked.compareTo(longest()) <= 0;
  }

  Duration longest() {
    return Duration.ofSeconds(retries.mostWaitSeconds());
  }
}
