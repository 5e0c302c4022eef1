package org.colmado.insights.simulate;

import java.util.Map;

/**
 * A product of the catalogue.
 *
 * @param index its line in the catalogue, from 0
 * @param description as a shop keyed it into the POS
 * @param category the true category, one of sixteen words
 * @param family what shoppers choose between, such as {@code beer} or {@code bread}
 * @param priceCents one unit, cents of RD$ on the last simulated day, ITBIS included
 * @param costCents what the shop pays for one unit, cents of RD$
 * @param popularity weight within its family
 * @param isByPound sold by the pound; a quantity may then be a fraction
 * @param isByAmount also asked for in pesos, as in "25 pesos de longaniza"
 * @param itbisPercent 0, 16 or 18, included in the price
 */
record Product(
    int index,
    String description,
    String category,
    String family,
    long priceCents,
    long costCents,
    double popularity,
    boolean isByPound,
    boolean isByAmount,
    int itbisPercent) {

  private static final int COLUMNS = 9;

  /** What a shop that fills in the category of its catalogue writes there. */
  private static final Map<String, String> SPANISH_CATEGORIES =
      Map.ofEntries(
          Map.entry("alcohol", "Bebidas alcohólicas"),
          Map.entry("beverages", "Bebidas"),
          Map.entry("coffee", "Café y chocolate"),
          Map.entry("staples", "Provisiones"),
          Map.entry("dairy", "Lácteos y huevos"),
          Map.entry("bakery", "Panadería"),
          Map.entry("meat", "Carnes y embutidos"),
          Map.entry("fresh", "Víveres, frutas y vegetales"),
          Map.entry("prepared", "Comida preparada"),
          Map.entry("snacks", "Picaderas y dulces"),
          Map.entry("household", "Limpieza y hogar"),
          Map.entry("personal care", "Cuidado personal"),
          Map.entry("health", "Farmacia"),
          Map.entry("tobacco", "Cigarrillos"),
          Map.entry("services", "Recargas y pagos"),
          Map.entry("other", "Otros"));

  static Product of(int index, String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS || !SPANISH_CATEGORIES.containsKey(cells[1])) {
      throw new IllegalStateException(
          "Cannot read the product catalogue: line %d is '%s'".formatted(index + 2, line));
    }

    return new Product(
        index,
        cells[0],
        cells[1],
        cells[2],
        cents(cells[3]),
        cents(cells[4]),
        Double.parseDouble(cells[5]),
        cells[6].equals("lb"),
        cells[7].equals("1"),
        Integer.parseInt(cells[8]));
  }

  String categoryEs() {
    return SPANISH_CATEGORIES.get(category);
  }

  /** Whether the price is printed on it: a RD$100 top-up costs RD$100 in every shop and year. */
  boolean isFaceValue() {
    return category.equals("services");
  }

  private static long cents(String pesos) {
    return StrictMath.round(Double.parseDouble(pesos) * 100);
  }
}
