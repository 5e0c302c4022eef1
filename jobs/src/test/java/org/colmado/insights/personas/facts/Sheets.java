package org.colmado.insights.personas.facts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.products.Categories;

/** Facts of segments as a colmado has them, for tests. */
public final class Sheets {
  public static final PersonaRules RULES = PersonaRules.read(Path.of("../conf/personas.yaml"));
  static final Categories CATEGORIES =
      Yaml.read(Path.of("../conf/categories/categories.yaml"), Categories.class);
  public static final List<Integer> ALCOHOL_HOURS = IntStream.range(10, 24).boxed().toList();

  private Sheets() {}

  public static FactSheet bread() {
    return sheet(counted(List.of(6, 7), List.of(product("pan sobao", "bakery", 300))));
  }

  public static FactSheet beer() {
    return sheet(
        new SegmentCounts(
            "mission",
            "m4",
            "Cerveza y ron",
            "Beer and rum",
            "Gasto en cerveza y ron",
            "Money spent on beer and rum",
            "DOP",
            90,
            900,
            0.2,
            0.3,
            412.4,
            2.4,
            List.of(20, 21, 22, 23, 0),
            List.of(5, 6),
            Map.of("alcohol", 0.8, "snacks", 0.15),
            Map.of("alcohol", 3.1, "snacks", 1.4),
            Map.of("cash", 0.9, "credit", 0.1),
            new SegmentCounts.Payday(400, 24, 500, 66),
            List.of(new SegmentCounts.Slot(6, 21, 80), new SegmentCounts.Slot(5, 22, 70)),
            List.of(
                new SegmentCounts.Category("alcohol", 880),
                new SegmentCounts.Category("snacks", 400)),
            List.of(
                product("presidente 12 oz", "alcohol", 500), product("platanitos", "snacks", 200)),
            List.of(
                new SegmentCounts.Pair(
                    "product", "presidente 12 oz", "alcohol", "platanitos", "snacks", 0.22, 2.1)),
            List.of(),
            null,
            List.of()));
  }

  /** Of a shop that forecasts 57.4 tickets for the next Monday at seven. */
  static FactSheet sheet(SegmentCounts counted) {
    ForecastHours.Hour monday =
        new ForecastHours.Hour(LocalDate.of(2026, 2, 2), 7, 57.4, 17, 30, false);

    return new FactSheets(RULES, CATEGORIES, ALCOHOL_HOURS)
        .of(counted, new ForecastHours(List.of(monday)));
  }

  static SegmentCounts.Product product(String key, String category, long visits) {
    return new SegmentCounts.Product(key, category, visits);
  }

  /** Of visits of a shop that sells one category, each product equally. */
  static SegmentCounts ofOneCategory(String category, List<String> products) {
    return new SegmentCounts(
        "temporal",
        "lunch_rush",
        "Hora de la comida",
        "Lunch rush",
        "Visitas de 12:00 a 14:00",
        "Visits from 12:00 to 14:00",
        "DOP",
        90,
        900,
        0.36,
        0.39,
        412.4,
        2.4,
        List.of(12, 13),
        List.of(),
        Map.of(category, 1.0),
        Map.of(category, 1.0),
        Map.of(),
        null,
        List.of(new SegmentCounts.Slot(4, 12, 80), new SegmentCounts.Slot(3, 13, 70)),
        List.of(new SegmentCounts.Category(category, 900)),
        products.stream().map(name -> product(name, category, 100)).toList(),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  /** Of visits for bread and coffee. */
  static SegmentCounts counted(List<Integer> peakHours, List<SegmentCounts.Product> products) {
    return counted(peakHours, products, 1238, null);
  }

  static SegmentCounts counted(
      List<Integer> peakHours,
      List<SegmentCounts.Product> products,
      long visits,
      SegmentCounts.Feedback feedback) {
    return new SegmentCounts(
        "mission",
        "m2",
        "Pan con café",
        "Bread with coffee",
        "Gasto en pan (60 %, 8.0 veces lo normal)",
        "Money spent on bread (60 %, 8.0 times the usual)",
        "DOP",
        90,
        visits,
        0.134,
        0.091,
        85.3,
        2.14,
        peakHours,
        List.of(),
        Map.of("bakery", 0.603, "coffee", 0.22, "dairy", 0.06),
        Map.of("bakery", 8.0, "coffee", 5.0, "dairy", 0.9),
        Map.of("cash", 0.86, "credit", 0.12, "card", 0.02),
        new SegmentCounts.Payday(300, 24, 800, 66),
        List.of(
            new SegmentCounts.Slot(1, 7, 60),
            new SegmentCounts.Slot(1, 6, 58),
            new SegmentCounts.Slot(3, 7, 55),
            new SegmentCounts.Slot(5, 6, 40)),
        List.of(
            new SegmentCounts.Category("bakery", 1100),
            new SegmentCounts.Category("coffee", 600),
            new SegmentCounts.Category("dairy", 90)),
        products,
        List.of(
            new SegmentCounts.Pair("category", "bakery", null, "coffee", null, 0.41, 2.3),
            new SegmentCounts.Pair("category", "coffee", null, "bakery", null, 0.6, 2.3)),
        List.of(new SegmentCounts.Basket(List.of("bakery", "coffee"), 0, 260, 92.4)),
        feedback,
        List.of(
            new SegmentCounts.Edit("campaign", "¡Vecino! Hay pan caliente y café. 8095551234567")));
  }
}
