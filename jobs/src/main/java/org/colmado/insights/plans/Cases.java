package org.colmado.insights.plans;

/**
 * How many cases are worth ordering. For one unit a case this is the newsvendor's quantile; for
 * more, a whole case comes when its units are worth it together.
 *
 * <p>A unit above what there will be at the delivery is worth the sale it saves before the next
 * one, times its chance. Against it stand its keeping until then, and by how much likelier it goes
 * off than if it were ordered the next time. A product of which not even the first case pays over
 * its life is not worth having.
 *
 * @param units of a case, 1 or more
 * @param cover demand from the delivery to the next, or to the end of the shelf life if that is
 *     sooner
 * @param life demand from the delivery to the end of the shelf life
 * @param gain what a sale that is lost costs: price less cost, and goodwill
 * @param keeping what a unit costs that is kept over the cover
 * @param loss what a unit costs that goes off
 */
record Cases(
    int units, UnitDemand cover, UnitDemand life, double gain, double keeping, double loss) {
  private static final int MOST = 10_000;

  /**
   * The cases to order.
   *
   * @param there units that will be there when the delivery comes
   */
  int toOrder(double there) {
    if (!pays()) {
      return 0;
    }

    int cases = 0;
    while (cases < MOST && worth(there + (double) cases * units) > 0) {
      cases++;
    }
    return cases;
  }

  /** Whether a case on an empty shelf earns more than what of it goes off. */
  boolean pays() {
    if (gain <= 0) {
      return false;
    }

    double lost = 0;
    for (double chance : life.chancesOfAtMost(units - 1)) {
      lost += chance;
    }
    return gain * (units - lost) > loss * lost;
  }

  /** The ratio at which the chance to have enough is worth no more units. */
  double criticalRatio(double there) {
    int whole = (int) Math.floor(there);
    double unsold = Math.max(1e-9, cover.chancesOfAtMost(whole)[whole]);

    return Newsvendor.criticalRatio(gain, keeping + loss * soonerLost(there, 1) / unsold);
  }

  private double worth(double there) {
    int from = (int) Math.floor(there);
    double[] enough = cover.chancesOfAtMost(from + units - 1);
    double worth = 0;
    for (int unit = from; unit < from + units; unit++) {
      worth += gain * (1 - enough[unit]) - keeping * enough[unit];
    }
    return worth <= 0 ? worth : worth - loss * soonerLost(there, units);
  }

  /** Of so many units, how many more go off when ordered now and not the next time. */
  private double soonerLost(double there, int count) {
    int from = (int) Math.floor(there);
    double[] enough = cover.chancesOfAtMost(from);
    double[] lost = life.chancesOfAtMost(from + count - 1);
    double[] lostBelow = new double[from + count + 1];
    for (int unit = 0; unit < from + count; unit++) {
      lostBelow[unit + 1] = lostBelow[unit] + lost[unit];
    }

    double now = lostBelow[from + count] - lostBelow[from];
    double later = (1 - enough[from]) * lostBelow[count];
    for (int sold = 0; sold <= from; sold++) {
      double chance = enough[sold] - (sold == 0 ? 0 : enough[sold - 1]);
      later += chance * (lostBelow[from - sold + count] - lostBelow[from - sold]);
    }
    return Math.max(0, now - later);
  }
}
