package org.colmado.insights.plans.restock;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The reason of an order, in plain words for the owner.
 *
 * @param hasEnoughDays whether there are at least two weeks of sales
 * @param isAdjusted whether the owner adjusted the forecast of a day until the order is used up
 */
record RestockReason(
    RestockDecision restock,
    StockItem goods,
    RestockRules.Worth worth,
    boolean hasEnoughDays,
    boolean isAdjusted) {

  /** Sentence templates in both languages. */
  private enum Says {
    EXPECTED("Se espera vender %s del %s al %s.", "%s are expected to sell from %s to %s."),
    ADJUSTED("Pronóstico ajustado por el dueño.", "The forecast was adjusted by the owner."),
    ON_HAND(
        "Hay %s y vienen %s; al llegar quedarán %s.",
        "%s on hand and %s on the way; %s left by then."),
    ORDER("Pida %d, con %s de reserva.", "Order %d, with %s held for chance."),
    ORDER_CASES(
        "Pida %d caja(s) de %d, con %s de reserva.",
        "Order %d case(s) of %d, with %s held for chance."),
    ENOUGH("No hace falta pedir.", "No need to order."),
    SPOILS(
        "No conviene pedir: de una caja de %d se dañaría más de lo que deja.",
        "Not worth ordering: of a case of %d more would go off than it earns."),
    NO_STOCK(
        "Sin conteo de inventario: es para cubrir esos días; reste lo que le quede.",
        "No stock count: this covers those days; take off what is left."),
    NO_COST(
        "Sin costo: se supuso un margen de %.0f %%.", "No cost: a margin of %.0f %% was assumed."),
    NO_SUPPLIER(
        "Sin suplidor: entrega, caja y duración son supuestas.",
        "No supplier: delivery, case and shelf life are assumed."),
    LOW_DATA("Menos de dos semanas de ventas.", "Less than two weeks of sales.");

    private final String es;
    private final String en;

    Says(String es, String en) {
      this.es = es;
      this.en = en;
    }
  }

  private record Part(Says says, List<Object> values) {
    static Part of(Says says, Object... values) {
      return new Part(says, List.of(values));
    }
  }

  String es() {
    return text(Locale.forLanguageTag("es"));
  }

  String en() {
    return text(Locale.ENGLISH);
  }

  private String text(Locale locale) {
    DateTimeFormatter days = DateTimeFormatter.ofPattern("d MMM", locale);
    List<String> sentences = new ArrayList<>();
    for (Part part : parts()) {
      Object[] values =
          part.values().stream()
              .map(value -> value instanceof LocalDate day ? day.format(days) : value)
              .toArray();
      boolean isSpanish = locale.getLanguage().equals("es");
      String sentence = isSpanish ? part.says().es : part.says().en;
      sentences.add(String.format(Locale.ROOT, sentence, values));
    }
    return String.join(" ", sentences);
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    LocalDate dueOn = restock.delivery().dueOn();
    parts.add(Part.of(Says.EXPECTED, units(restock.expected()), dueOn, restock.lastOn()));
    if (isAdjusted) {
      parts.add(Part.of(Says.ADJUSTED));
    }
    if (goods.onHand().isPresent()) {
      String onHand = units(goods.onHand().getAsDouble());
      parts.add(Part.of(Says.ON_HAND, onHand, units(goods.inboundUnits()), units(restock.there())));
    }
    parts.add(decision());
    parts.addAll(caveats());
    return parts;
  }

  private Part decision() {
    int caseUnits = goods.terms().caseUnits();
    if (restock.units() == 0) {
      return restock.pays() ? Part.of(Says.ENOUGH) : Part.of(Says.SPOILS, caseUnits);
    }

    String safety = units(restock.safety());
    return caseUnits == 1
        ? Part.of(Says.ORDER, restock.units(), safety)
        : Part.of(Says.ORDER_CASES, restock.cases(), caseUnits, safety);
  }

  private List<Part> caveats() {
    List<Part> parts = new ArrayList<>();
    if (goods.onHand().isEmpty()) {
      parts.add(Part.of(Says.NO_STOCK));
    }
    if (goods.cost().isEmpty()) {
      parts.add(Part.of(Says.NO_COST, 100 * worth.marginShare()));
    }
    if (goods.terms().supplier().isEmpty()) {
      parts.add(Part.of(Says.NO_SUPPLIER));
    }
    if (!hasEnoughDays) {
      parts.add(Part.of(Says.LOW_DATA));
    }
    return parts;
  }

  /** One decimal, or none for a whole number. */
  private static String units(double value) {
    String text = String.format(Locale.ROOT, "%,.1f", value);

    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
