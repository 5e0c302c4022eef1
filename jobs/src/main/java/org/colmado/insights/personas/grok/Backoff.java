package org.colmado.insights.personas.grok;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: twice as long every time, and by chance up to half of
 * that less, so that calls that failed together do not come back together.
 */
record Backoff(GrokRules.Retries retries) {

  /**
   * The wait after an attempt.
   *
   * @param attempt the one that failed, from 1
   * @param asked what the server asked for; the wait is no shorter
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
