package org.colmado.insights.plans.restock;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.colmado.insights.plans.demand.CategoryForecast;
import org.colmado.insights.plans.restock.TrialShop.TrialProduct;

/** The product's own plan, made of the days before the order and what was forecast by then. */
final class PlannedOrders implements StockTrial.Orders {
  private final TrialShop shop;
  private final RestockRules rules;
  private final IssuedForecasts forecasts;
  private final Map<String, CategoryForecast> outlooks = new HashMap<>();

  PlannedOrders(TrialShop shop, RestockRules rules, IssuedForecasts forecasts) {
    this.shop = shop;
    this.rules = rules;
    this.forecasts = forecasts;
  }

  @Override
  public double units(TrialProduct product, StockItem goods, LocalDate asOf) {
    int window = rules.demand().windowDays();
    CategoryForecast category =
        outlooks.computeIfAbsent(
            product.category() + asOf,
            key ->
                CategoryForecast.of(
                    shop.categories().get(product.category()).until(asOf).last(window),
                    forecasts.revenue(product.category(), asOf)));
    ProductDemand demand =
        ProductDemand.of(product.units().until(asOf).last(window), category, rules.demand());

    return RestockDecision.of(demand, category, goods, rules.worth(), asOf).units();
  }
}
