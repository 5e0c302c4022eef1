package org.colmado.insights.plans.restock;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Price, cost and stock of a product.
 *
 * @param price usual price of a unit, store currency, ITBIS included, above 0
 * @param cost unit cost in store currency; empty: not known
 * @param onHand units after the close of the as-of day; empty: not known
 * @param arrivals open deliveries
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

  /** Units of all open deliveries. */
  double inboundUnits() {
    return arrivals.stream().mapToDouble(Arrival::units).sum();
  }

  /** Unit cost, else estimated from the price with the default margin. */
  double cost(RestockRules.Worth worth) {
    return cost.orElse(price * (1 - worth.marginShare()));
  }

  /**
   * Expected stock at a delivery, from the stock on hand and open deliveries. Oldest goods are sold
   * first (FIFO); stock on hand is assumed to be from the last delivery day.
   *
   * @param lead demand until the delivery
   */
  UnitDemand.Left stockAt(LocalDate dueOn, LocalDate asOf, UnitDemand lead) {
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
