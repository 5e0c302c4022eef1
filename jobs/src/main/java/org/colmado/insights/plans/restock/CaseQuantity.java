package org.colmado.insights.plans.restock;

import org.colmado.insights.plans.demand.Newsvendor;

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
record CaseQuantity(
    int units, UnitDemand cover, UnitDemand life, double gain, double keeping, double loss) {

  /**
   * The cases to order.
   *
   * @param there units that will be there when the delivery comes
   */
  int toOrder(double there) {
    if (!pays()) {
      return 0;
    }

    int worthIt = 0;
    int tooMany = 1;
    while (worth(there, tooMany) > 0) {
      worthIt = tooMany;
      tooMany *= 2;
    }
    while (tooMany - worthIt > 1) {
      int between = (worthIt + tooMany) / 2;
      if (worth(there, between) > 0) {
        worthIt = between;
      } else {
        tooMany = between;
      }
    }
    return worthIt;
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
    int whole = (int) Math.floor(Math.min(there, cover.surely()));
    double unsold = Math.max(1e-9, cover.chancesOfAtMost(whole)[whole]);

    return Newsvendor.criticalRatio(gain, keeping + loss * soonerLost(whole, 1) / unsold);
  }

  /** What a case is worth on top of the ones before it; the less, the more there are. */
  private double worth(double there, int number) {
    double before = there + (number - 1.0) * units;
    if (before > cover.surely()) {
      return -1;
    }

    int from = (int) Math.floor(before);
    double[] enough = cover.chancesOfAtMost(from + units - 1);
    double worth = 0;
    for (int unit = from; unit < from + units; unit++) {
      worth += gain * (1 - enough[unit]) - keeping * enough[unit];
    }
    return worth <= 0 ? worth : worth - loss * soonerLost(from, units);
  }

  /** Of so many units, how many more go off when ordered now and not the next time. */
  private double soonerLost(int from, int count) {
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
