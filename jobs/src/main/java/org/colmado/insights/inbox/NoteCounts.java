package org.colmado.insights.inbox;

/**
 * What became of notes.
 *
 * @param read lines that were read
 * @param accepted notes that are new in their table
 * @param rejected lines that are no valid note
 */
public record NoteCounts(long read, long accepted, long rejected) {
  /** There were no notes. */
  public static final NoteCounts NOTHING = new NoteCounts(0, 0, 0);

  /** Notes that were in their table before. */
  public long duplicates() {
    return read - accepted - rejected;
  }

  NoteCounts plus(NoteCounts other) {
    return new NoteCounts(read + other.read, accepted + other.accepted, rejected + other.rejected);
  }
}
