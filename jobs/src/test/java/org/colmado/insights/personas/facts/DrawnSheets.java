package org.colmado.insights.personas.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.colmado.insights.products.Categories;
import org.colmado.insights.text.BilingualText;

/** Facts of any segment there may be, drawn by lot; names of products are whatever tills hold. */
public final class DrawnSheets {
  private static final List<BilingualText> SEGMENTS =
      List.of(
          new BilingualText("Mañaneros", "Morning commute"),
          new BilingualText("Noche", "Late night"),
          new BilingualText("Compra grande", "Big shoppers"),
          new BilingualText("Cerveza & picadera", "Beer & snacks"),
          new BilingualText("Cerveza y ron hacia las 1:00", "Beer and rum around 1:00"),
          new BilingualText("Pan con café de quincena", "Bread with coffee at payday"),
          new BilingualText(
              "Visita a domicilio en compra chica", "Visit delivered in a small basket"),
          new BilingualText("Otros artículos de fin de semana", "Other goods at the weekend"));
  private static final List<BilingualText> MEANINGS =
      List.of(
          new BilingualText(
              "Compras de la noche, de 21:00 a 4:00", "Night purchases, 21:00 to 4:00"),
          new BilingualText(
              "Gasto en pan (60 %, 8.0 veces lo normal)",
              "Money spent on bread (60 %, 8.0 times the usual)"),
          new BilingualText(
              "Al menos la mitad del valor en bebidas alcohólicas y picadera",
              "At least half the value in alcohol and snacks"));
  private static final List<String> PRODUCTS =
      List.of(
          "presidente 12 oz",
          "agua fria 16 oz",
          "vino de la casa",
          "ron gratis 2x1",
          "20",
          "7",
          "a",
          "100% jugo",
          "leche entera 1/2 gal",
          "cafe santo domingo 1 lb",
          "rd$ 5 caramelo",
          "pan",
          "ultima hora 6:00",
          "pañales niños g",
          "coca-cola 2 l",
          "malta morena",
          "menta 2 x 5",
          "galleta de ron",
          "the one",
          "alcohol isopropilico",
          "don pedro",
          "regalo de navidad",
          "ñame ½ lb",
          "# recarga",
          "whisky señora 18 años",
          "salami induveca & queso",
          "30% leche");
  private static final List<String> TENDERS =
      List.of("cash", "card", "credit", "transfer", "other");

  /** Seeds that follow each other begin alike without it. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Random random;
  private final List<String> codes =
      Sheets.CATEGORIES.categories().stream().map(Categories.Category::code).toList();

  private DrawnSheets(long seed) {
    random = new Random(seed * SPREAD);
  }

  public static FactSheet of(long seed) {
    return Sheets.sheet(new DrawnSheets(seed).counted());
  }

  private SegmentCounts counted() {
    BilingualText name = one(SEGMENTS);
    BilingualText meaning = one(MEANINGS);
    Map<String, Double> shares = shares(codes, 0.4);
    Map<String, Double> lifts = new TreeMap<>();
    shares.keySet().forEach(code -> lifts.put(code, 0.3 + 4 * random.nextDouble()));
    List<SegmentCounts.Product> products =
        some(PRODUCTS, 9).stream()
            .map(it -> new SegmentCounts.Product(it, one(codes), 10 + random.nextInt(900)))
            .toList();

    return new SegmentCounts(
        "mission",
        "m1",
        name.es(),
        name.en(),
        meaning.es(),
        meaning.en(),
        one(List.of("DOP", "USD", "GBP")),
        90,
        50 + random.nextInt(9000),
        random.nextDouble(),
        random.nextDouble(),
        3000 * random.nextDouble(),
        1 + 6 * random.nextDouble(),
        IntStream.range(0, 24).filter(hour -> random.nextInt(5) == 0).boxed().toList(),
        IntStream.range(0, 7).filter(day -> random.nextInt(4) == 0).boxed().toList(),
        shares,
        lifts,
        shares(TENDERS, 0.9),
        random.nextBoolean()
            ? null
            : new SegmentCounts.Payday(random.nextInt(900), 24, random.nextInt(900), 66),
        IntStream.range(0, random.nextInt(6))
            .mapToObj(it -> new SegmentCounts.Slot(random.nextInt(7), random.nextInt(24), 90L - it))
            .toList(),
        shares.keySet().stream()
            .map(code -> new SegmentCounts.Category(code, 20 + random.nextInt(5000)))
            .toList(),
        products,
        pairs(products),
        List.of(
            new SegmentCounts.Basket(
                some(codes, 2), random.nextInt(4), 20 + random.nextInt(900), 99.5)),
        null,
        List.of());
  }

  /** Some begin with a product of the segment, and any may end in one that it has not. */
  private List<SegmentCounts.Pair> pairs(List<SegmentCounts.Product> products) {
    List<SegmentCounts.Pair> pairs = new ArrayList<>();
    for (SegmentCounts.Product product : products) {
      String other = one(PRODUCTS);
      String category =
          products.stream()
              .filter(it -> it.productKey().equals(other))
              .map(SegmentCounts.Product::category)
              .findFirst()
              .orElseGet(() -> one(codes));
      if (!other.equals(product.productKey()) && random.nextInt(3) == 0) {
        pairs.add(
            new SegmentCounts.Pair(
                "product",
                product.productKey(),
                product.category(),
                other,
                category,
                random.nextDouble(),
                1 + 3 * random.nextDouble()));
      }
    }
    List<String> two = some(codes, 2);
    if (two.size() == 2) {
      pairs.add(
          new SegmentCounts.Pair(
              "category", two.get(0), null, two.get(1), null, random.nextDouble(), 1.7));
    }
    return pairs;
  }

  private Map<String, Double> shares(List<String> names, double most) {
    Map<String, Double> shares = new TreeMap<>();
    some(names, 5).forEach(name -> shares.put(name, most * random.nextDouble()));
    return shares;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> List<T> some(List<T> list, int most) {
    return random
        .ints(random.nextInt(most + 1), 0, list.size())
        .distinct()
        .mapToObj(list::get)
        .toList();
  }
}
