package org.colmado.insights.plans.restock;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.Language;

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

  private static final BilingualText EXPECTED =
      new BilingualText(
          "Se espera vender %s del %s al %s.", "%s are expected to sell from %s to %s.");
  private static final BilingualText ADJUSTED =
      new BilingualText(
          "Pronóstico ajustado por el dueño.", "The forecast was adjusted by the owner.");
  private static final BilingualText ON_HAND =
      new BilingualText(
          "Hay %s y vienen %s; al llegar quedarán %s.",
          "%s on hand and %s on the way; %s left by then.");
  private static final BilingualText ORDER =
      new BilingualText("Pida %d, con %s de reserva.", "Order %d, with %s held for chance.");
  private static final BilingualText ORDER_CASES =
      new BilingualText(
          "Pida %d caja(s) de %d, con %s de reserva.",
          "Order %d case(s) of %d, with %s held for chance.");
  private static final BilingualText ENOUGH =
      new BilingualText("No hace falta pedir.", "No need to order.");
  private static final BilingualText SPOILS =
      new BilingualText(
          "No conviene pedir: de una caja de %d se dañaría más de lo que deja.",
          "Not worth ordering: of a case of %d more would go off than it earns.");
  private static final BilingualText NO_STOCK =
      new BilingualText(
          "Sin conteo de inventario: es para cubrir esos días; reste lo que le quede.",
          "No stock count: this covers those days; take off what is left.");
  private static final BilingualText NO_COST =
      new BilingualText(
          "Sin costo: se supuso un margen de %.0f %%.",
          "No cost: a margin of %.0f %% was assumed.");
  private static final BilingualText NO_SUPPLIER =
      new BilingualText(
          "Sin suplidor: entrega, caja y duración son supuestas.",
          "No supplier: delivery, case and shelf life are assumed.");
  private static final BilingualText LOW_DATA =
      new BilingualText("Menos de dos semanas de ventas.", "Less than two weeks of sales.");

  /** A sentence with its values; dates are formatted in the language. */
  private record Part(BilingualText text, List<Object> values) {
    static Part of(BilingualText text, Object... values) {
      return new Part(text, List.of(values));
    }

    String in(Language language) {
      DateTimeFormatter days = DateTimeFormatter.ofPattern("d MMM", language.locale());
      Object[] formatted =
          values.stream()
              .map(value -> value instanceof LocalDate day ? day.format(days) : value)
              .toArray();

      return String.format(Locale.ROOT, language.of(text), formatted);
    }
  }

  String es() {
    return text(Language.ES);
  }

  String en() {
    return text(Language.EN);
  }

  private String text(Language language) {
    return parts().stream().map(part -> part.in(language)).collect(Collectors.joining(" "));
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    LocalDate dueOn = restock.delivery().dueOn();
    parts.add(Part.of(EXPECTED, units(restock.expected()), dueOn, restock.lastOn()));
    if (isAdjusted) {
      parts.add(Part.of(ADJUSTED));
    }
    if (goods.onHand().isPresent()) {
      String onHand = units(goods.onHand().getAsDouble());
      parts.add(Part.of(ON_HAND, onHand, units(goods.inboundUnits()), units(restock.there())));
    }
    parts.add(decision());
    parts.addAll(caveats());
    return parts;
  }

  private Part decision() {
    int caseUnits = goods.terms().caseUnits();
    if (restock.units() == 0) {
      return restock.pays() ? Part.of(ENOUGH) : Part.of(SPOILS, caseUnits);
    }

    String safety = units(restock.safety());
    return caseUnits == 1
        ? Part.of(ORDER, restock.units(), safety)
        : Part.of(ORDER_CASES, restock.cases(), caseUnits, safety);
  }

  private List<Part> caveats() {
    List<Part> parts = new ArrayList<>();
    if (goods.onHand().isEmpty()) {
      parts.add(Part.of(NO_STOCK));
    }
    if (goods.cost().isEmpty()) {
      parts.add(Part.of(NO_COST, 100 * worth.marginShare()));
    }
    if (goods.terms().supplier().isEmpty()) {
      parts.add(Part.of(NO_SUPPLIER));
    }
    if (!hasEnoughDays) {
      parts.add(Part.of(LOW_DATA));
    }
    return parts;
  }

  /** One decimal, or none for a whole number. */
  private static String units(double value) {
    String text = String.format(Locale.ROOT, "%,.1f", value);

    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
