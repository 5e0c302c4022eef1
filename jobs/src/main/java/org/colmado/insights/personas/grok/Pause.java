package org.colmado.insights.personas.grok;

import java.time.Duration;

/** A wait that tests can replace. */
@FunctionalInterface
public interface Pause {
  void sleep(Duration wait) throws InterruptedException;
}
