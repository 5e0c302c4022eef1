package org.colmado.insights.simulate;

/** How a ticket's record is written: normal, repeated, corrected, late, spoiled and so on. */
enum RecordPlan {
  PLAIN,
  DIRTY,
  DUPLICATED,
  CORRECTED,
  LATE,
  CANCELLED,
  RETURNED;

  static RecordPlan draw(FaultShares mess, SeededRandom dice) {
    double u = dice.uniform();
    double[] shares = {
      mess.dirtyShare(),
      mess.duplicateShare(),
      mess.correctedShare(),
      mess.lateShare(),
      mess.cancelledShare(),
      mess.returnedShare()
    };
    for (int i = 0; i < shares.length; i++) {
      u -= shares[i];
      if (u < 0) {
        return values()[i + 1];
      }
    }
    return PLAIN;
  }
}
