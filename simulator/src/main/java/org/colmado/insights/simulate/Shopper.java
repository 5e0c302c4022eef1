package org.colmado.insights.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills a basket the way a mission wants it. */
final class Shopper {
  /** Part of the further lines that have nothing to do with the mission. */
  private static final double LEAK = 0.03;

  private static final double BY_AMOUNT = 0.3;
  private static final double DISCOUNTED = 0.012;
  private static final int[] AMOUNTS = {10, 15, 20, 25, 30, 40, 50, 75, 100};
  private static final int[] POUNDS = {50, 50, 100, 100, 100, 100, 150, 200, 200, 300};
  private static final int[] DEAR_POUNDS = {25, 25, 25, 50, 50, 50, 50, 100};
  private static final long DEAR_POUND_CENTS = 12_000;
  private static final long DEAR_UNIT_CENTS = 30_000;

  /** Mean units of a line in families bought in more than ones. */
  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("beer", 2.0),
          Map.entry("bread", 3.5),
          Map.entry("eggs", 2.2),
          Map.entry("plantain", 3.5),
          Map.entry("seasoning", 1.4),
          Map.entry("coffee_sachet", 1.3),
          Map.entry("cigarette", 1.4),
          Map.entry("candy", 1.8),
          Map.entry("chips", 1.2),
          Map.entry("cookies", 1.3),
          Map.entry("soda", 1.3),
          Map.entry("juice", 1.3),
          Map.entry("prepared", 1.4),
          Map.entry("painkiller", 1.8),
          Map.entry("fruit", 1.5),
          Map.entry("milk", 1.2),
          Map.entry("ice", 1.2));

  private final List<PlantedMission> missions;
  private final Shelf shelf;
  private final StockOuts stockOuts;
  private final List<Weights<String>> anchors = new ArrayList<>();
  private final List<Weights<String>> others = new ArrayList<>();

  Shopper(List<PlantedMission> missions, Shelf shelf, StockOuts stockOuts) {
    this.missions = missions;
    this.shelf = shelf;
    this.stockOuts = stockOuts;
    missions.forEach(mission -> anchors.add(Weights.of(mission.anchors())));
    missions.forEach(mission -> others.add(Weights.of(mission.others())));
  }

  /**
   * Empties the basket and fills it; it stays empty where all that was wanted was sold out.
   *
   * @param m index of the mission
   */
  void fill(Basket basket, int m, SeededRandom dice) {
    basket.clear();
    put(basket, shelf.from(anchors.get(m).draw(dice), dice), dice);
    int more = dice.poisson(missions.get(m).extraLines());
    for (int i = 0; i < more; i++) {
      boolean isLeak = dice.chance(LEAK);
      put(basket, isLeak ? shelf.anything(dice) : shelf.from(others.get(m).draw(dice), dice), dice);
    }
    for (PlantedMission.Pair pair : missions.get(m).pairs()) {
      boolean applies = pair.given().equals(PlantedMission.Pair.ALWAYS) || basket.has(pair.given());
      if (applies && dice.chance(pair.chance())) {
        put(basket, shelf.from(pair.also(), dice), dice);
      }
    }
  }

  private void put(Basket basket, Product wanted, SeededRandom dice) {
    int hundredths = quantity(wanted, dice);
    Product product = stockOuts.available(wanted, hundredths, shelf, dice);
    if (product == null || !basket.takes(product)) {
      return;
    }

    long price = shelf.priceCents(product);
    long amount = AMOUNTS[dice.below(AMOUNTS.length)] * 100L;
    if (product.isByAmount() && amount < price * 2 && dice.chance(BY_AMOUNT)) {
      basket.addAmount(product, amount, price);
    } else {
      basket.add(product, hundredths, price);
      discount(basket, dice);
    }
  }

  private static void discount(Basket basket, SeededRandom dice) {
    int line = basket.size() - 1;
    if (dice.chance(DISCOUNTED) && !basket.product(line).isFaceValue()) {
      basket.discount(line, basket.amountCents(line) / (dice.chance(0.5) ? 10 : 20));
    }
  }

  private static int quantity(Product product, SeededRandom dice) {
    if (product.isByPound()) {
      int[] pounds = product.priceCents() >= DEAR_POUND_CENTS ? DEAR_POUNDS : POUNDS;
      return pounds[dice.below(pounds.length)];
    }

    double mean = UNITS.getOrDefault(product.family(), 1.02);
    boolean isDear = product.priceCents() > DEAR_UNIT_CENTS;
    return isDear ? 100 : 100 * (1 + dice.poisson(mean - 1));
  }
}
