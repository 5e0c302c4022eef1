package org.colmado.insights.run;

import org.colmado.insights.schema.TableSpec;

/**
 * Is told of the stages of a run as they happen, in the thread that runs them. Stages may run side
 * by side: beginnings and ends are told one at a time, commits at any time. An exception that a
 * listener throws ends the run as if the stage had thrown it.
 */
public interface StageListener {
  /** A stage is about to begin. */
  default void started(StageStart stage) {}

  /** A table is about to be read. */
  default void read(TableSpec table) {}

  /** A table got a commit: what the stage wrote to it is now in the lake, whole. */
  default void committed(TableSpec table) {}

  /** A stage ended, well or not. */
  default void ended(StageEnd stage) {}
}
