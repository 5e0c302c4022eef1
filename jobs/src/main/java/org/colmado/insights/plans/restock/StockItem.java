package org.colmado.insights.plans.restock;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is known of a product beside its demand.
 *
 * @param price usual price of a unit, store currency, ITBIS included, above 0
 * @param cost what a unit costs the shop, store currency; empty: not known
 * @param onHand units after the close of the as-of day; empty: not known
 * @param arrivals what was ordered and has not come
 */
record StockItem(
    double price,
    OptionalDouble cost,
    SupplyTerms terms,
    OptionalDouble onHand,
    List<Arrival> arrivals) {

  /** Units that come on a day, before the shop opens. */
  record Arrival(LocalDate on, double units) {}

  StockItem {
    arrivals = List.copyOf(arrivals);
  }

  /** All that is on its way. */
  double inboundUnits() {
    return arrivals.stream().mapToDouble(Arrival::units).sum();
  }

  /** Cost, or what the settings make of the price. */
  double cost(RestockRules.Worth worth) {
    return cost.orElse(price * (1 - worth.marginShare()));
  }

  /**
   * What there will be of what is there or on its way when a delivery comes. The oldest goods are
   * sold first; what is on hand counts as being of the last delivery day.
   *
   * @param lead demand until then
   */
  UnitDemand.Left thereAt(LocalDate dueOn, LocalDate asOf, UnitDemand lead) {
    double stock = onHand.orElse(0);
    boolean isFresh = !terms.lastSaleOf(terms.deliveryUntil(asOf)).isBefore(dueOn);
    double fresh = isFresh ? stock : 0;
    double later = 0;
    for (Arrival arrival : arrivals) {
      if (arrival.on().isBefore(dueOn)) {
        stock += arrival.units();
        fresh += terms.lastSaleOf(arrival.on()).isBefore(dueOn) ? 0 : arrival.units();
      } else {
        later += arrival.units();
      }
    }

    UnitDemand.Left left = lead.leftOf(stock);
    return left.mean() > fresh
        ? new UnitDemand.Left(fresh + later, 0)
        : new UnitDemand.Left(left.mean() + later, left.variance());
  }
}
