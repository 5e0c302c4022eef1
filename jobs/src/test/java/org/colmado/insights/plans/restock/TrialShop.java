package org.colmado.insights.plans.restock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.colmado.insights.plans.demand.DailySeries;
import org.colmado.insights.products.ProductNames;

/**
 * A simulated shop as the trials see it: what was sold, as the lake has it, and the supply files of
 * the simulation.
 *
 * @param categories revenue by category
 */
record TrialShop(List<TrialProduct> products, Map<String, DailySeries> categories) {

  /**
   * A product of the shop.
   *
   * @param units asked for by day, NaN where the shop was closed; all that was asked for was sold
   * @param prices usual price of a unit by day, of the last four weeks with sales up to it
   */
  record TrialProduct(
      String key,
      String category,
      DailySeries units,
      DailySeries prices,
      double cost,
      SupplyTerms terms) {

    /** What a unit earns at the last price. */
    double margin() {
      return prices.value(prices.size() - 1) - cost;
    }
  }

  private static final int PRICE_DAYS = 28;

  /**
   * Reads it.
   *
   * @param data folder of units.csv
   * @param supplies folder of costs.csv and suppliers.csv
   */
  static TrialShop read(Path data, Path supplies) throws IOException {
    TrialSales sales = new TrialSales(data.resolve("units.csv"));
    Map<String, Double> costs = new HashMap<>();
    for (String[] line : TrialSales.rows(supplies.resolve("costs.csv"))) {
      costs.put(ProductNames.keyOf(line[2]), Double.valueOf(line[3]));
    }
    Map<String, SupplyTerms> terms = new HashMap<>();
    for (String[] line : TrialSales.rows(supplies.resolve("suppliers.csv"))) {
      terms.put(ProductNames.keyOf(line[0]), terms(line));
    }

    List<TrialProduct> products = new ArrayList<>();
    for (String key : sales.categories().keySet().stream().sorted().toList()) {
      DailySeries prices = sales.prices(key, PRICE_DAYS);
      if (terms.containsKey(key) && costs.containsKey(key) && prices.value(prices.size() - 1) > 0) {
        DailySeries units = sales.units(key, prices);
        String category = sales.categories().get(key);
        products.add(
            new TrialProduct(key, category, units, prices, costs.get(key), terms.get(key)));
      }
    }
    return new TrialShop(products, sales.revenue());
  }

  private static SupplyTerms terms(String[] line) {
    return new SupplyTerms(
        Optional.of(line[1]),
        Integer.parseInt(line[2]),
        Stream.of(line[3].split(" ", -1)).map(Integer::valueOf).toList(),
        Integer.parseInt(line[4]),
        Integer.parseInt(line[5]));
  }
}
