package org.colmado.insights.simulate;

/**
 * The lines of one ticket. The object is reused for all tickets to avoid allocations.
 *
 * <p>Money is whole cents of RD$: amount = unit price times quantity, rounded half up; total = sum
 * of amounts less sum of discounts. ITBIS is inside the amount.
 */
final class Basket {
  private static final int MAX_LINES = 40;

  private final Product[] products = new Product[MAX_LINES];
  private final int[] hundredths = new int[MAX_LINES];
  private final long[] unitPrices = new long[MAX_LINES];
  private final long[] amounts = new long[MAX_LINES];
  private final long[] discounts = new long[MAX_LINES];
  private int size;

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** Whether a line of this product can be added: a product has at most one line. */
  boolean takes(Product product) {
    for (int i = 0; i < size; i++) {
      if (products[i].index() == product.index()) {
        return false;
      }
    }
    return size < MAX_LINES;
  }

  boolean has(String family) {
    for (int i = 0; i < size; i++) {
      if (products[i].family().equals(family)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds a line sold by quantity.
   *
   * @param quantityHundredths 100 is one unit or pound
   */
  void add(Product product, int quantityHundredths, long unitPriceCents) {
    products[size] = product;
    unitPrices[size] = unitPriceCents;
    discounts[size] = 0;
    size++;
    quantity(size - 1, quantityHundredths);
  }

  /** Adds a line sold by amount of money: it has no quantity. */
  void addAmount(Product product, long amountCents, long unitPriceCents) {
    add(product, 0, unitPriceCents);
    amounts[size - 1] = amountCents;
  }

  /** Changes how much of a line was sold, and so its amount; a discount on it is lost. */
  void quantity(int line, int quantityHundredths) {
    hundredths[line] = quantityHundredths;
    amounts[line] = (unitPrices[line] * quantityHundredths + 50) / 100;
    discounts[line] = 0;
  }

  void discount(int line, long cents) {
    discounts[line] = cents;
  }

  Product product(int line) {
    return products[line];
  }

  /** 100 is one unit or pound; 0 where the line was sold by amount. */
  int hundredths(int line) {
    return hundredths[line];
  }

  long unitPriceCents(int line) {
    return unitPrices[line];
  }

  long amountCents(int line) {
    return amounts[line];
  }

  long discountCents(int line) {
    return discounts[line];
  }

  /** ITBIS inside the line, after its discount. */
  long taxCents(int line) {
    long net = amounts[line] - discounts[line];
    int percent = products[line].itbisPercent();

    return StrictMath.round(net * percent / (100.0 + percent));
  }

  long totalCents() {
    long total = 0;
    for (int i = 0; i < size; i++) {
      total += amounts[i] - discounts[i];
    }
    return total;
  }
}
