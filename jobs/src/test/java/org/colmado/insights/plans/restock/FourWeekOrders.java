package org.colmado.insights.plans.restock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.colmado.insights.plans.demand.DailySeries;
import org.colmado.insights.plans.restock.TrialShop.TrialProduct;

/**
 * What many shops do: order what the last four weeks sold on average until the delivery after the
 * next, or for the shelf life if that is shorter, less what is there and on its way, in whole
 * cases.
 *
 * @param roundsUp whether the case that is begun comes too; else the nearest number of cases
 */
record FourWeekOrders(boolean roundsUp) implements StockTrial.Orders {
  static final int DAYS = 28;

  @Override
  public double units(TrialProduct product, StockItem goods, LocalDate asOf) {
    SupplyTerms terms = product.terms();
    SupplyTerms.Delivery delivery = terms.next(asOf);
    long lead = ChronoUnit.DAYS.between(asOf, delivery.dueOn()) - 1;
    long cover =
        Math.min(
            ChronoUnit.DAYS.between(delivery.dueOn(), delivery.nextOn()), terms.shelfLifeDays());
    double coming = goods.arrivals().stream().mapToDouble(StockItem.Arrival::units).sum();
    double needed = daily(product, asOf) * (lead + cover) - goods.onHand().getAsDouble() - coming;

    double cases = needed / terms.caseUnits();

    return Math.max(0, roundsUp ? Math.ceil(cases - 1e-9) : Math.rint(cases)) * terms.caseUnits();
  }

  /** Units a calendar day. */
  static double daily(TrialProduct product, LocalDate asOf) {
    DailySeries recent = product.units().until(asOf).last(DAYS);
    double units = 0;
    for (int day = 0; day < recent.size(); day++) {
      units += Double.isNaN(recent.value(day)) ? 0 : recent.value(day);
    }
    return units / DAYS;
  }
}
