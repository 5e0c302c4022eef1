package org.colmado.insights.simulate;

/** What becomes of a ticket's record. */
enum Fate {
  PLAIN,
  DIRTY,
  DUPLICATED,
  CORRECTED,
  LATE,
  CANCELLED,
  RETURNED;

  static Fate draw(Mess mess, Dice dice) {
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
