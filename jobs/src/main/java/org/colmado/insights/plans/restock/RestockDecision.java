package org.colmado.insights.plans.restock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.colmado.insights.plans.demand.CategoryForecast;

/**
 * The order of one product for its next delivery.
 *
 * @param delivery the one to order for
 * @param cases to order, 0 or more
 * @param units in them
 * @param expected expected demand in units from the delivery to the next one, or to the end of the
 *     shelf life if that is sooner
 * @param there expected units in stock at the delivery; 0 if the stock is not known
 * @param safety safety stock in units: stock held above expected demand, 0 or more
 * @param ratio critical ratio
 * @param coverDays days from the delivery to the next one, or the shelf life
 * @param pays whether the product is worth stocking ({@link CaseQuantity#pays()})
 */
record RestockDecision(
    SupplyTerms.Delivery delivery,
    int cases,
    int units,
    double expected,
    double there,
    double safety,
    double ratio,
    int coverDays,
    boolean pays) {
  /** Shelf lives beyond this are treated as unlimited. */
  private static final long FAR_DAYS = 400;

  private static final double DAYS_OF_YEAR = 365;

  /**
   * Plans.
   *
   * @param asOf the plan is made after the close of this day
   */
  static RestockDecision of(
      ProductDemand demand,
      CategoryForecast category,
      StockItem goods,
      RestockRules.Worth worth,
      LocalDate asOf) {
    SupplyTerms terms = goods.terms();
    SupplyTerms.Delivery delivery = terms.next(asOf);
    LocalDate dueOn = delivery.dueOn();
    LocalDate lastSale = earlier(terms.lastSaleOf(dueOn), dueOn.plusDays(FAR_DAYS));
    LocalDate lastCovered = earlier(delivery.nextOn().minusDays(1), lastSale);
    int coverDays = (int) ChronoUnit.DAYS.between(dueOn, lastCovered) + 1;

    UnitDemand lead = demand.over(asOf.plusDays(1), dueOn.minusDays(1), category);
    UnitDemand.Left left = goods.stockAt(dueOn, asOf, lead);
    UnitDemand cover = demand.over(dueOn, lastCovered, category).with(left);
    UnitDemand life = demand.over(dueOn, lastSale, category);

    return planned(cases(goods, worth, cover, life, coverDays), delivery, left.mean(), coverDays);
  }

  private static CaseQuantity cases(
      StockItem goods, RestockRules.Worth worth, UnitDemand cover, UnitDemand life, int coverDays) {
    double cost = goods.cost(worth);
    double gain = goods.price() - cost + goods.price() * worth.goodwillShare();
    double keeping = cost * worth.holdingShareAYear() * coverDays / DAYS_OF_YEAR;

    return new CaseQuantity(goods.terms().caseUnits(), cover, life, gain, keeping, cost);
  }

  private static RestockDecision planned(
      CaseQuantity cases, SupplyTerms.Delivery delivery, double there, int coverDays) {
    int ordered = cases.toOrder(there);
    double expected = cases.cover().mean();
    double last = there + ordered * (double) cases.units() - 1;
    double ratio = cases.criticalRatio(Math.max(last, expected));

    return new RestockDecision(
        delivery,
        ordered,
        ordered * cases.units(),
        expected,
        there,
        Math.max(0, cases.cover().quantile(ratio) - expected),
        ratio,
        coverDays,
        cases.pays());
  }

  /** Last day that the order covers. */
  LocalDate lastOn() {
    return delivery.dueOn().plusDays(coverDays - 1L);
  }

  /**
   * Days that the expected stock and deliveries last at the expected demand; 0 if no demand is
   * expected.
   */
  double lastsDays() {
    return expected <= 0 ? 0 : (there + units) / expected * coverDays;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
