package org.colmado.insights.summary;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Unclassified sales of a store.
 *
 * @param share of the revenue, 0 to 1
 * @param products names of the products with the highest revenue, highest first
 */
record UnclassifiedFigures(double share, List<String> products) {
  private static final int PRODUCTS = 3;

  /**
   * Revenue of one product, or of all classified products.
   *
   * @param product null: all classified products
   */
  record Sold(String product, String name, BigDecimal revenue) {}

  static UnclassifiedFigures from(List<Sold> sold) {
    List<Sold> unknown =
        sold.stream()
            .filter(each -> each.product() != null)
            .sorted(
                Comparator.comparing(Sold::revenue)
                    .reversed()
                    .thenComparing(Sold::name, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    double all = revenue(sold);

    return new UnclassifiedFigures(
        all > 0 ? revenue(unknown) / all : 0,
        unknown.stream().limit(PRODUCTS).map(each -> Objects.toString(each.name())).toList());
  }

  private static double revenue(List<Sold> sold) {
    return sold.stream().map(Sold::revenue).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
  }
}
