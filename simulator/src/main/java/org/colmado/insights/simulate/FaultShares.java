package org.colmado.insights.simulate;

import org.colmado.insights.config.Expect;

/**
 * Shares of tickets with faulty or repeated records. Each ticket has at most one of them.
 *
 * @param dirtyShare spoiled in one of the ways of {@link RecordFault}
 * @param duplicateShare written twice, the same bytes, some of them a month apart
 * @param correctedShare written again with the same id, another content and a later {@code
 *     updatedAt}, in the next month's file
 * @param lateShare written only in the next month's file
 * @param cancelledShare cancelled at the counter
 * @param returnedShare of which something is brought back by the next morning
 */
public record FaultShares(
    double dirtyShare,
    double duplicateShare,
    double correctedShare,
    double lateShare,
    double cancelledShare,
    double returnedShare) {

  public FaultShares {
    Expect.between("dirty-share", dirtyShare, 0, 0.2);
    Expect.between("duplicate-share", duplicateShare, 0, 0.2);
    Expect.between("corrected-share", correctedShare, 0, 0.1);
    Expect.between("late-share", lateShare, 0, 0.1);
    Expect.between("cancelled-share", cancelledShare, 0, 0.1);
    Expect.between("returned-share", returnedShare, 0, 0.1);
  }

  /** Typical shares of an unmaintained POS; assumed. */
  public static FaultShares usual() {
    return new FaultShares(0.003, 0.005, 0.002, 0.002, 0.003, 0.006);
  }

  public static FaultShares none() {
    return new FaultShares(0, 0, 0, 0, 0, 0);
  }
}
