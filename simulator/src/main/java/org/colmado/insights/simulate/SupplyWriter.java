package org.colmado.insights.simulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the three optional inputs.
 *
 * <ul>
 *   <li>{@code stock.csv}: store_id, counted_on, description, units_on_hand (units or pounds, after
 *       the close of the day)
 *   <li>{@code costs.csv}: store_id, valid_from, description, unit_cost (RD$)
 *   <li>{@code suppliers.csv}: description, supplier, lead_time_days, delivery_weekdays (0 Sunday
 *       to 6 Saturday, with blanks between), case_units, shelf_life_days
 * </ul>
 *
 * <p>Services have neither stock nor supplier. Suppliers are made up.
 */
record SupplyWriter(Path folder, SimulationSettings simulation, ProductCatalogue catalogue) {
  private static final String SUPPLIERS = "/simulate/suppliers.csv";
  private static final int PURPOSE = -5;
  private static final double SOLD_DAYS = 28;
  private static final double MAX_DAYS_ON_HAND = 9;

  void write(List<StoreGroundTruth> stores) throws IOException {
    stock(stores);
    costs(stores);
    suppliers();
  }

  /** Enough for nothing to nine days, a few products for none. */
  private void stock(List<StoreGroundTruth> stores) throws IOException {
    String header = "store_id,counted_on,description,units_on_hand";
    try (Csv csv = new Csv(folder.resolve("stock.csv"), header)) {
      for (StoreGroundTruth store : stores) {
        SeededRandom dice = SeededRandom.of(simulation.seed(), store.shop().number(), PURPOSE);
        for (Product product : goods(store.stockroom().shelf().products())) {
          double daily = store.stockroom().soldUnits(product) / SOLD_DAYS;
          long units = StrictMath.round(daily * dice.between(0, MAX_DAYS_ON_HAND) + dice.below(3));
          csv.row(store.shop().id(), simulation.lastDay(), product.description(), units);
        }
      }
    }
  }

  private void costs(List<StoreGroundTruth> stores) throws IOException {
    LocalDate validFrom = simulation.lastDay().withDayOfMonth(1);
    try (Csv csv =
        new Csv(folder.resolve("costs.csv"), "store_id,valid_from,description,unit_cost")) {
      for (StoreGroundTruth store : stores) {
        Shelf shelf = store.stockroom().shelf();
        for (Product product : shelf.products()) {
          String cost = Money.twoDecimals(shelf.costCents(product));
          csv.row(store.shop().id(), validFrom, product.description(), cost);
        }
      }
    }
  }

  private void suppliers() throws IOException {
    Map<String, String> termsByCategory = terms();
    String header =
        "description,supplier,lead_time_days,delivery_weekdays,case_units,shelf_life_days";
    try (Csv csv = new Csv(folder.resolve("suppliers.csv"), header)) {
      for (Product product : goods(catalogue.products())) {
        csv.row(product.description(), termsByCategory.get(product.category()));
      }
    }
  }

  /** What follows the category in the resource, by category. */
  private static Map<String, String> terms() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                SupplyWriter.class.getResourceAsStream(SUPPLIERS), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.indexOf(',')),
                  line -> line.substring(line.indexOf(',') + 1)));
    }
  }

  private static List<Product> goods(List<Product> products) {
    return products.stream().filter(product -> !product.isFaceValue()).toList();
  }
}
