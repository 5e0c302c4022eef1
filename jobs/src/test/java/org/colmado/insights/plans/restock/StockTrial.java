package org.colmado.insights.plans.restock;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import org.colmado.insights.plans.restock.TrialShop.TrialProduct;

/**
 * What a way of ordering comes to for one product, day by day: deliveries, sales from the oldest
 * stock, what goes off at the close of its last day, and the order on the last day for it.
 */
final class StockTrial {
  /** A way of ordering. */
  interface Orders {
    /**
     * Units to order on the day after the as-of day, for the supplier's next delivery.
     *
     * @param goods with the stock and what is on its way
     */
    double units(TrialProduct product, StockItem goods, LocalDate asOf);
  }

  /**
   * What it came to.
   *
   * @param daysAsked days on which something was asked for
   * @param daysShort of those, the days on which not all of it was there
   */
  record Result(
      double asked,
      double missed,
      int daysAsked,
      int daysShort,
      double wastedUnits,
      double wastedValue,
      double meanStockValue) {}

  private record Batch(LocalDate lastSale, double units) {}

  private final TrialProduct product;
  private final Orders orders;
  private final Deque<Batch> stock = new ArrayDeque<>();
  private final List<StockItem.Arrival> arrivals = new ArrayList<>();
  private double asked;
  private double missed;
  private int daysAsked;
  private int daysShort;
  private double wasted;
  private double held;

  StockTrial(TrialProduct product, Orders orders) {
    this.product = product;
    this.orders = orders;
  }

  /** From the first day to the last, both included; orders are made from the day before on. */
  Result run(LocalDate first, LocalDate last, double startUnits) {
    stock.add(new Batch(product.terms().lastSaleOf(first), startUnits));
    order(first.minusDays(1));
    int days = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      receive(day);
      sell(product.units().on(day));
      throwAway(day);
      order(day);
      held += onHand();
      days++;
    }
    return new Result(
        asked,
        missed,
        daysAsked,
        daysShort,
        wasted,
        wasted * product.cost(),
        held / days * product.cost());
  }

  private void receive(LocalDate day) {
    for (StockItem.Arrival arrival : arrivals) {
      if (arrival.on().equals(day)) {
        stock.add(new Batch(product.terms().lastSaleOf(day), arrival.units()));
      }
    }
    arrivals.removeIf(arrival -> arrival.on().equals(day));
  }

  private void sell(double units) {
    double left = Double.isNaN(units) ? 0 : units;
    asked += left;
    daysAsked += left > 0 ? 1 : 0;
    while (left > 0 && !stock.isEmpty()) {
      Batch oldest = stock.poll();
      double taken = Math.min(left, oldest.units());
      left -= taken;
      if (oldest.units() - taken > 1e-9) {
        stock.addFirst(new Batch(oldest.lastSale(), oldest.units() - taken));
      }
    }
    missed += left;
    daysShort += left > 1e-9 ? 1 : 0;
  }

  private void throwAway(LocalDate day) {
    while (!stock.isEmpty() && !stock.peek().lastSale().isAfter(day)) {
      wasted += stock.poll().units();
    }
  }

  private void order(LocalDate asOf) {
    SupplyTerms.Delivery next = product.terms().next(asOf);
    if (next.orderBy().equals(asOf.plusDays(1))) {
      StockItem goods =
          new StockItem(
              product.prices().on(asOf),
              OptionalDouble.of(product.cost()),
              product.terms(),
              OptionalDouble.of(onHand()),
              arrivals);
      double units = orders.units(product, goods, asOf);
      if (units > 0) {
        arrivals.add(new StockItem.Arrival(next.dueOn(), units));
      }
    }
  }

  private double onHand() {
    return stock.stream().mapToDouble(Batch::units).sum();
  }
}
