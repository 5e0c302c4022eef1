package org.colmado.insights.plans.restock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.colmado.insights.plans.demand.DailySeries;

/** What a lake says was sold of every product on every day. */
final class TrialSales {
  /** Of a product: units, value of lines with units, and of lines without, by day. */
  private final Map<String, double[][]> sold = new TreeMap<>();

  private final Map<String, String> categoryOf = new HashMap<>();
  private final LocalDate first;
  private final boolean[] isOpen;

  /**
   * Reads it.
   *
   * @param csv product_key, category, business_on, units, priced, unpriced
   */
  TrialSales(Path csv) throws IOException {
    List<String[]> lines = rows(csv);
    List<LocalDate> days = lines.stream().map(line -> LocalDate.parse(line[2])).sorted().toList();
    first = days.get(0);
    isOpen = new boolean[day(days.get(days.size() - 1)) + 1];
    for (String[] line : lines) {
      int day = day(LocalDate.parse(line[2]));
      double[][] product = sold.computeIfAbsent(line[0], key -> new double[3][isOpen.length]);
      for (int i = 0; i < product.length; i++) {
        product[i][day] += Double.parseDouble(line[3 + i]);
      }
      categoryOf.put(line[0], line[1]);
      isOpen[day] = true;
    }
  }

  static List<String[]> rows(Path csv) throws IOException {
    try (Stream<String> lines = Files.lines(csv)) {
      return lines.skip(1).map(line -> line.replace("\"", "").split(",", -1)).toList();
    }
  }

  Map<String, String> categories() {
    return categoryOf;
  }

  /** Units of a product: those sold by amount of money at the price of the day. */
  DailySeries units(String product, DailySeries prices) {
    double[][] columns = sold.get(product);
    double[] units = new double[isOpen.length];
    Arrays.setAll(
        units,
        day -> columns[0][day] + (prices.value(day) > 0 ? columns[2][day] / prices.value(day) : 0));
    return known(units);
  }

  /** Value over units of the last days with sales up to each day; 0 before the first. */
  DailySeries prices(String product, int days) {
    double[][] columns = sold.get(product);
    double[] prices = new double[isOpen.length];
    double latest = 0;
    for (int day = 0; day < prices.length; day++) {
      double units = 0;
      double value = 0;
      for (int before = Math.max(0, day - days + 1); before <= day; before++) {
        units += columns[0][before];
        value += columns[1][before];
      }
      latest = units > 0 && value > 0 ? value / units : latest;
      prices[day] = latest;
    }
    return new DailySeries(first, prices);
  }

  /** Revenue by category. */
  Map<String, DailySeries> revenue() {
    Map<String, double[]> revenue = new TreeMap<>();
    sold.forEach(
        (product, columns) -> {
          double[] sums =
              revenue.computeIfAbsent(
                  categoryOf.get(product), category -> new double[isOpen.length]);
          for (int day = 0; day < sums.length; day++) {
            sums[day] += columns[1][day] + columns[2][day];
          }
        });

    Map<String, DailySeries> series = new TreeMap<>();
    revenue.forEach((category, values) -> series.put(category, known(values)));
    return series;
  }

  private DailySeries known(double[] values) {
    double[] known = values.clone();
    Arrays.setAll(known, day -> isOpen[day] ? values[day] : Double.NaN);
    return new DailySeries(first, known);
  }

  private int day(LocalDate on) {
    return (int) ChronoUnit.DAYS.between(first, on);
  }
}
