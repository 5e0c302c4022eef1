package org.colmado.insights.lake;

/**
 * Tables that one process at a time may write. Processes with different groups run side by side.
 */
public enum TableGroup {
  /** Every table that the stages of a night write. */
  NIGHT(".lock"),

  /** The journal of live sales and the live insights. */
  LIVE(".lock-live");

  private final String lockFile;

  TableGroup(String lockFile) {
    this.lockFile = lockFile;
  }

  /** Name of the lock file below the lake's root. */
  String lockFile() {
    return lockFile;
  }
}
