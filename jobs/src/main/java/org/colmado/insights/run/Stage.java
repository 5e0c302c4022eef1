package org.colmado.insights.run;

/**
 * A stage of the night. It reads tables and writes tables; run again on the same input it writes
 * the same rows. No stage calls another.
 */
public interface Stage {
  /** As {@code --only} and {@code --from} take it and {@code job_runs} has it. */
  String name();

  /**
   * Does the work.
   *
   * @return rows read and written
   */
  Outcome run(Run run);
}
