package org.colmado.insights.plans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.colmado.insights.products.ProductNames;

/**
 * A simulated shop as the trials see it: what was sold of every product on every day, as the lake
 * has it, and the supply files of the simulation.
 *
 * @param categories revenue by category
 */
record TrialShop(
    LocalDate firstOn, List<TrialProduct> products, Map<String, DailySeries> categories) {

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
      SupplyTerms terms) {}

  private static final int PRICE_DAYS = 28;

  /**
   * Reads it.
   *
   * @param data folder of units.csv: product_key, category, business_on, units, priced, unpriced
   * @param supplies folder of costs.csv and suppliers.csv
   */
  static TrialShop read(Path data, Path supplies) throws IOException {
    List<String[]> lines = rows(data.resolve("units.csv"));
    LocalDate first =
        lines.stream().map(line -> LocalDate.parse(line[2])).min(LocalDate::compareTo).get();
    LocalDate last =
        lines.stream().map(line -> LocalDate.parse(line[2])).max(LocalDate::compareTo).get();
    int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    Map<String, double[][]> sold = new TreeMap<>();
    Map<String, String> categoryOf = new HashMap<>();
    Map<String, double[]> revenue = new TreeMap<>();
    boolean[] isOpen = new boolean[days];
    for (String[] line : lines) {
      int day = (int) ChronoUnit.DAYS.between(first, LocalDate.parse(line[2]));
      double[][] product = sold.computeIfAbsent(line[0], key -> new double[3][days]);
      for (int i = 0; i < 3; i++) {
        product[i][day] += Double.parseDouble(line[3 + i]);
      }
      categoryOf.put(line[0], line[1]);
      revenue.computeIfAbsent(line[1], key -> new double[days])[day] +=
          Double.parseDouble(line[4]) + Double.parseDouble(line[5]);
      isOpen[day] = true;
    }

    Map<String, DailySeries> categories = new TreeMap<>();
    revenue.forEach((key, values) -> categories.put(key, series(first, values, isOpen)));
    return new TrialShop(first, products(first, sold, categoryOf, isOpen, supplies), categories);
  }

  private static List<TrialProduct> products(
      LocalDate first,
      Map<String, double[][]> sold,
      Map<String, String> categoryOf,
      boolean[] isOpen,
      Path supplies)
      throws IOException {
    Map<String, Double> costs = new HashMap<>();
    for (String[] line : rows(supplies.resolve("costs.csv"))) {
      costs.put(ProductNames.keyOf(line[2]), Double.valueOf(line[3]));
    }
    Map<String, SupplyTerms> terms = new HashMap<>();
    for (String[] line : rows(supplies.resolve("suppliers.csv"))) {
      terms.put(ProductNames.keyOf(line[0]), terms(line));
    }

    List<TrialProduct> products = new ArrayList<>();
    sold.forEach(
        (key, columns) -> {
          double[] prices = prices(columns);
          if (terms.containsKey(key) && costs.containsKey(key) && prices[prices.length - 1] > 0) {
            products.add(
                new TrialProduct(
                    key,
                    categoryOf.get(key),
                    series(first, units(columns, prices), isOpen),
                    new DailySeries(first, prices),
                    costs.get(key),
                    terms.get(key)));
          }
        });
    return products;
  }

  private static SupplyTerms terms(String[] line) {
    return new SupplyTerms(
        Optional.of(line[1]),
        Integer.parseInt(line[2]),
        Stream.of(line[3].split(" ")).map(Integer::valueOf).toList(),
        Integer.parseInt(line[4]),
        Integer.parseInt(line[5]));
  }

  /** Value over units of the last weeks; before the first sale the first price there is. */
  private static double[] prices(double[][] columns) {
    double[] prices = new double[columns[0].length];
    double latest = 0;
    for (int day = 0; day < prices.length; day++) {
      double units = 0;
      double value = 0;
      for (int before = Math.max(0, day - PRICE_DAYS + 1); before <= day; before++) {
        units += columns[0][before];
        value += columns[1][before];
      }
      latest = units > 0 && value > 0 ? value / units : latest;
      prices[day] = latest;
    }
    return prices;
  }

  private static double[] units(double[][] columns, double[] prices) {
    double[] units = new double[prices.length];
    Arrays.setAll(
        units, day -> columns[0][day] + (prices[day] > 0 ? columns[2][day] / prices[day] : 0));
    return units;
  }

  private static DailySeries series(LocalDate first, double[] values, boolean[] isOpen) {
    double[] known = new double[values.length];
    Arrays.setAll(known, day -> isOpen[day] ? values[day] : Double.NaN);
    return new DailySeries(first, known);
  }

  private static List<String[]> rows(Path csv) throws IOException {
    try (Stream<String> lines = Files.lines(csv)) {
      return lines.skip(1).map(line -> line.replace("\"", "").split(",")).toList();
    }
  }
}
