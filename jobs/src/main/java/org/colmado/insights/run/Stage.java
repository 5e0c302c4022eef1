package org.colmado.insights.run;

import java.util.List;

/**
 * A stage of the night. It reads tables and writes tables; run again on the same input it writes
 * the same rows. No stage calls another.
 */
public interface Stage {
  /** As {@code --only} and {@code --from} take it and {@code job_runs} has it. */
  String name();

  /** Names of earlier stages whose tables it does not read: it may run while they run. */
  default List<String> beside() {
    return List.of();
  }

  /**
   * Does the work.
   *
   * @return rows read and written
   */
  Outcome run(Run run);
}
