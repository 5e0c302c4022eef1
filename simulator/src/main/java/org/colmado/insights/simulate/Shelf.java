package org.colmado.insights.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one shop stocks and what it costs there this month: about nine hundred of the catalogue's
 * products (800 to 1,200 in a colmado, lpf.com.do), the best sellers of every family among them.
 */
final class Shelf {
  private static final int PURPOSE = -2;
  private static final int ALWAYS_STOCKED = 4;
  private static final int FEWEST = 880;
  private static final int SPREAD = 90;
  private static final int MONTHS_BETWEEN_PRICES = 6;
  private static final double YEARLY_INFLATION = 0.045;

  private final Shop shop;
  private final LocalDate lastDay;
  private final List<Product> products;
  private final Map<String, Weights<Product>> families = new LinkedHashMap<>();
  private final Weights<Product> anything;
  private final long[] priceCents;
  private final long[] costCents;
  private LocalDate pricedIn = LocalDate.MIN;
  private Product mispriced;

  Shelf(SimulationSettings simulation, Shop shop, ProductCatalogue catalogue) {
    SeededRandom dice = SeededRandom.of(simulation.seed(), shop.number(), PURPOSE);
    this.shop = shop;
    this.lastDay = simulation.lastDay();
    this.products = stocked(catalogue, dice);
    this.priceCents = new long[catalogue.products().size()];
    this.costCents = new long[catalogue.products().size()];

    Map<String, List<Product>> byFamily = new LinkedHashMap<>();
    products.forEach(
        product ->
            byFamily.computeIfAbsent(product.family(), family -> new ArrayList<>()).add(product));
    byFamily.forEach((family, members) -> families.put(family, weighted(members, dice)));
    this.anything = weighted(products, dice);
  }

  List<Product> products() {
    return products;
  }

  Product from(String family, SeededRandom dice) {
    Weights<Product> members = families.get(family);
    if (members == null) {
      throw new IllegalStateException("Cannot shop: no product is of family '" + family + "'");
    }
    return members.draw(dice);
  }

  Product anything(SeededRandom dice) {
    return anything.draw(dice);
  }

  /** Cents of RD$ a unit on the day of the last {@link #reprice}. */
  long priceCents(Product product) {
    long price = priceCents[product.index()];

    return mispriced != null && product.index() == mispriced.index() ? price / 10 : price;
  }

  long costCents(Product product) {
    return costCents[product.index()];
  }

  /**
   * Sets the prices of the day; they move with inflation, each product's twice a year.
   *
   * @param wrong a product keyed in at a tenth of its price today, or null
   */
  void reprice(LocalDate day, Product wrong) {
    mispriced = wrong;
    LocalDate month = day.withDayOfMonth(1);
    if (month.equals(pricedIn)) {
      return;
    }

    pricedIn = month;
    for (Product product : products) {
      double level = product.isFaceValue() ? 1 : shop.priceFactor() * inflated(product, month);
      priceCents[product.index()] = rounded(product.priceCents() * level);
      costCents[product.index()] = StrictMath.round(product.costCents() * level);
    }
  }

  private double inflated(Product product, LocalDate month) {
    int months = month.getYear() * 12 + month.getMonthValue() - 1;
    int ownMonth = product.index() % MONTHS_BETWEEN_PRICES;
    int lastChange = months - Math.floorMod(months - ownMonth, MONTHS_BETWEEN_PRICES);
    int now = lastDay.getYear() * 12 + lastDay.getMonthValue() - 1;

    return StrictMath.pow(1 + YEARLY_INFLATION, (lastChange - now) / 12.0);
  }

  /** To the peso under RD$40, to five pesos above: what a shop writes on the shelf. */
  private static long rounded(double cents) {
    long step = cents < 4_000 ? 100 : 500;

    return Math.max(step, StrictMath.round(cents / step) * step);
  }

  private static List<Product> stocked(ProductCatalogue catalogue, SeededRandom dice) {
    double wanted = FEWEST + dice.below(SPREAD);
    long always =
        catalogue.families().values().stream()
            .mapToLong(family -> Math.min(family.size(), ALWAYS_STOCKED))
            .sum();
    double chance = (wanted - always) / (catalogue.products().size() - always);

    return catalogue.products().stream()
        .filter(
            product ->
                catalogue.families().get(product.family()).indexOf(product) < ALWAYS_STOCKED
                    || dice.chance(chance))
        .toList();
  }

  /** By popularity, which differs from shop to shop. */
  private static Weights<Product> weighted(List<Product> products, SeededRandom dice) {
    double[] weights =
        products.stream()
            .mapToDouble(product -> product.popularity() * dice.lognormal(0.3))
            .toArray();

    return Weights.of(List.copyOf(products), weights);
  }
}
