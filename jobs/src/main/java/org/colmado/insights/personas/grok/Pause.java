package org.colmado.insights.personas.grok;

import java.time.Duration;

/** Waiting. */
@FunctionalInterface
public interface Pause {
  void sleep(Duration wait) throws InterruptedException;
}
