package org.colmado.insights.simulate;

/** What one shop sold of each product in its last four weeks, to say what it may have left. */
final class Stockroom {
  private final Shop shop;
  private final Shelf shelf;
  private final long[] soldHundredths;

  Stockroom(Shop shop, Shelf shelf) {
    this.shop = shop;
    this.shelf = shelf;
    this.soldHundredths =
        new long[1 + shelf.products().stream().mapToInt(Product::index).max().orElse(0)];
  }

  void sold(Basket basket) {
    for (int i = 0; i < basket.size(); i++) {
      long byAmount = basket.amountCents(i) * 100 / basket.unitPriceCents(i);
      soldHundredths[basket.product(i).index()] +=
          basket.hundredths(i) == 0 ? byAmount : basket.hundredths(i);
    }
  }

  Shop shop() {
    return shop;
  }

  Shelf shelf() {
    return shelf;
  }

  /** Units or pounds. */
  double soldUnits(Product product) {
    return soldHundredths[product.index()] / 100.0;
  }
}
