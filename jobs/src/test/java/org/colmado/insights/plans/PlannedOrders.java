package org.colmado.insights.plans;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.colmado.insights.plans.TrialShop.TrialProduct;

/** The product's own plan, made of the days before the order and what was forecast by then. */
final class PlannedOrders implements StockTrial.Orders {
  private final TrialShop shop;
  private final RestockRules rules;
  private final IssuedForecasts forecasts;
  private final Map<String, CategoryOutlook> outlooks = new HashMap<>();

  PlannedOrders(TrialShop shop, RestockRules rules, IssuedForecasts forecasts) {
    this.shop = shop;
    this.rules = rules;
    this.forecasts = forecasts;
  }

  @Override
  public double units(TrialProduct product, Goods goods, LocalDate asOf) {
    int window = rules.demand().windowDays();
    CategoryOutlook category =
        outlooks.computeIfAbsent(
            product.category() + asOf,
            key ->
                CategoryOutlook.of(
                    shop.categories().get(product.category()).until(asOf).last(window),
                    forecasts.revenue(product.category(), asOf)));
    ProductDemand demand =
        ProductDemand.of(product.units().until(asOf).last(window), category, rules.demand());

    return Restock.of(demand, category, goods, rules.worth(), asOf).units();
  }
}
