package org.colmado.insights.run;

/**
 * Row counts of a successful stage.
 *
 * @param rowsIn records or rows it read
 * @param rowsOut rows it accepted or wrote
 * @param rowsRejected records it rejected
 * @param rowsDuplicate records that were already in the lake
 */
public record Outcome(long rowsIn, long rowsOut, long rowsRejected, long rowsDuplicate) {
  public static final Outcome NOTHING = new Outcome(0, 0, 0, 0);

  public static Outcome wrote(long rowsIn, long rowsOut) {
    return new Outcome(rowsIn, rowsOut, 0, 0);
  }

  public Outcome plus(Outcome other) {
    return new Outcome(
        rowsIn + other.rowsIn,
        rowsOut + other.rowsOut,
        rowsRejected + other.rowsRejected,
        rowsDuplicate + other.rowsDuplicate);
  }
}
