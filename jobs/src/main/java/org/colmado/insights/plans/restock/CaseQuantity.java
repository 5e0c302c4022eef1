package org.colmado.insights.plans.restock;

import org.colmado.insights.plans.demand.Newsvendor;

/**
 * The optimal number of cases to order. For single units this is the newsvendor quantile; a larger
 * case is ordered if its units together have a positive value.
 *
 * <p>The value of an additional unit is the gain of a saved sale before the next delivery times its
 * probability, minus the holding cost until then, minus the increase in the risk of expiry compared
 * with ordering next time. A product whose first case does not pay over its shelf life is not worth
 * stocking.
 *
 * @param units of a case, 1 or more
 * @param cover demand from the delivery to the next, or to the end of the shelf life if that is
 *     sooner
 * @param life demand from the delivery to the end of the shelf life
 * @param gain cost of a lost sale: margin and goodwill
 * @param keeping holding cost of a unit over the cover
 * @param loss cost of an expired unit
 */
record CaseQuantity(
    int units, UnitDemand cover, UnitDemand life, double gain, double keeping, double loss) {

  /**
   * The cases to order.
   *
   * @param there expected units in stock at the delivery
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

  /** Whether a case earns more than it loses by expiry, starting from an empty shelf. */
  boolean pays() {
    if (gain <= 0) {
      return false;
    }

    double lost = 0;
    for (double chance : life.cumulativeProbabilities(units - 1)) {
      lost += chance;
    }
    return gain * (units - lost) > loss * lost;
  }

  /** Critical ratio: the service level beyond which more units do not pay. */
  double criticalRatio(double there) {
    int whole = (int) Math.floor(Math.min(there, cover.sufficientUnits()));
    double unsold = Math.max(1e-9, cover.cumulativeProbabilities(whole)[whole]);

    return Newsvendor.criticalRatio(gain, keeping + loss * additionalExpired(whole, 1) / unsold);
  }

  /** Value of one more case; decreasing in the number of cases. */
  private double worth(double there, int number) {
    double before = there + (number - 1.0) * units;
    if (before > cover.sufficientUnits()) {
      return -1;
    }

    int from = (int) Math.floor(before);
    double[] enough = cover.cumulativeProbabilities(from + units - 1);
    double worth = 0;
    for (int unit = from; unit < from + units; unit++) {
      worth += gain * (1 - enough[unit]) - keeping * enough[unit];
    }
    return worth <= 0 ? worth : worth - loss * additionalExpired(from, units);
  }

  /** Expected additional expired units if ordered now instead of next time. */
  private double additionalExpired(int from, int count) {
    double[] enough = cover.cumulativeProbabilities(from);
    double[] lost = life.cumulativeProbabilities(from + count - 1);
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
