package org.colmado.insights.personas.wording;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.FactSheet.Offer;
import org.colmado.insights.personas.facts.FactSheet.Slot;
import org.colmado.insights.personas.facts.Offers;
import org.colmado.insights.personas.wording.Narrative.Insight;
import org.colmado.insights.personas.wording.Narrative.Recommendation;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.Language;

/** Writes rule-based texts, used without a key, over budget, or when xAI is unavailable. */
public final class RuleNarrator {
  private static final int CATEGORIES = 3;
  private static final int RECOMMENDATIONS = 4;
  private static final double SEVERAL = 1.1;
  private static final int MANY_DAYS = 28;
  private static final Map<String, BilingualText> TENDERS =
      Map.of(
          "cash", new BilingualText("en efectivo", "in cash"),
          "card", new BilingualText("con tarjeta", "by card"),
          "credit", new BilingualText("al fiado", "on credit"),
          "transfer", new BilingualText("por transferencia", "by transfer"));

  private RuleNarrator() {}

  public static Narrative of(FactSheet facts) {
    return new Narrative(
        both(words -> persona(facts, words)),
        facts.offers().stream()
            .limit(RECOMMENDATIONS)
            .map(offer -> recommendation(facts, offer))
            .toList(),
        facts.slots().stream().map(slot -> insight(facts, slot)).toList(),
        both(words -> campaign(facts, words)));
  }

  private static BilingualText both(Function<Language, String> text) {
    return new BilingualText(text.apply(Language.ES), text.apply(Language.EN));
  }

  private static String persona(FactSheet facts, Language words) {
    boolean isSpanish = words == Language.ES;
    String most =
        isSpanish
            ? "«%s»: unas %s visitas por semana, cerca del %s de las visitas y del %s de las ventas."
            : "\"%s\": about %s visits a week, some %s of visits and %s of sales.";
    String spent =
        isSpanish ? " Cada visita gasta alrededor de %s en %s." : " A visit spends about %s on %s.";

    return most.formatted(
            words.of(facts.segment().name()),
            Language.number(facts.visitsPerWeek()),
            Language.percent(facts.visitPercent()),
            Language.percent(facts.revenuePercent()))
        + spent.formatted(
            Language.money(facts.averageBasket(), facts.currency()),
            items(facts.itemsPerBasket(), isSpanish))
        + categories(facts, words)
        + times(facts, words)
        + payday(facts, words)
        + tender(facts, words)
        + fewDays(facts, words);
  }

  private static String items(double items, boolean isSpanish) {
    if (items < SEVERAL) {
      return isSpanish ? "un solo producto" : "a single item";
    }
    return (isSpanish ? "unos %s productos" : "some %s items").formatted(Language.number(items));
  }

  private static String categories(FactSheet facts, Language words) {
    if (facts.categories().isEmpty()) {
      return "";
    }

    String list =
        words.list(
            facts.categories().stream().limit(CATEGORIES).toList(),
            it ->
                Language.lower(words.of(it.name()))
                    + " ("
                    + Language.percent(it.valuePercent())
                    + ")");
    return (words == Language.ES
            ? " Su dinero va sobre todo a %s."
            : " Its money goes mostly to %s.")
        .formatted(list);
  }

  private static String times(FactSheet facts, Language words) {
    boolean isSpanish = words == Language.ES;
    String hours = words.ranges(facts.peakHours());
    String days = words.list(facts.peakDays(), words::everyWeekday);
    if (hours.isEmpty() && days.isEmpty()) {
      return isSpanish
          ? " Viene repartida, sin hora ni día que sobresalga."
          : " It comes evenly, with no hour or day that stands out.";
    }
    if (days.isEmpty()) {
      return (isSpanish ? " Viene más %s." : " It comes most %s.").formatted(hours);
    }
    if (hours.isEmpty()) {
      return (isSpanish ? " Viene más los %s." : " It comes most on %s.").formatted(days);
    }
    return (isSpanish ? " Viene más %s, y los %s." : " It comes most %s, and on %s.")
        .formatted(hours, days);
  }

  private static String payday(FactSheet facts, Language words) {
    if (facts.paydayPercent() == null) {
      return "";
    }

    boolean isMore = facts.paydayPercent() > 0;
    String template =
        words == Language.ES
            ? " En los días de quincena hay cerca de %s %s visitas por día."
            : " Around paydays there are some %s %s visits a day.";
    String more = words == Language.ES ? (isMore ? "más" : "menos") : (isMore ? "more" : "fewer");
    return template.formatted(Language.percent(Math.abs(facts.paydayPercent())), more);
  }

  private static String tender(FactSheet facts, Language words) {
    return facts.payments().stream()
        .findFirst()
        .filter(first -> TENDERS.containsKey(first.tender()))
        .map(
            first ->
                (words == Language.ES ? " Paga sobre todo %s (%s)." : " It pays mostly %s (%s).")
                    .formatted(
                        words.of(TENDERS.get(first.tender())), Language.percent(first.percent())))
        .orElse("");
  }

  private static String fewDays(FactSheet facts, Language words) {
    if (facts.windowDays() >= MANY_DAYS) {
      return "";
    }

    return (words == Language.ES
            ? " Son los primeros días (%s): tómelo como un indicio."
            : " These are the first days (%s): take it as a hint.")
        .formatted(Language.number(facts.windowDays()));
  }

  private static Recommendation recommendation(FactSheet facts, Offer offer) {
    int hour = offer.hours().get(0);

    return new Recommendation(
        offer.id(),
        hour,
        both(
            words ->
                words == Language.ES
                    ? "Visitas de «%s»".formatted(words.of(facts.segment().name()))
                    : "Visits of \"%s\"".formatted(words.of(facts.segment().name()))),
        both(words -> OfferWords.of(offer, hour, words)),
        both(words -> OfferWords.measure(offer, words)));
  }

  private static Insight insight(FactSheet facts, Slot slot) {
    return new Insight(
        slot.id(),
        both(
            words -> {
              String template =
                  words == Language.ES
                      ? "%s a las %s: se esperan %s. Tenga a mano %s y el cambio contado antes de esa hora."
                      : "%s at %s: %s are expected. Have %s ready and the change counted before then.";
              return template.formatted(
                  capital(words.weekday(slot.weekday())),
                  Language.hour(slot.hour()),
                  Narrative.FORECAST,
                  goods(facts, slot.hour(), words));
            }));
  }

  /** The main goods that may be sold at this hour. */
  private static String goods(FactSheet facts, int hour, Language words) {
    List<FactSheet.Category> goods =
        facts.categories().stream()
            .filter(it -> !it.code().equals(Offers.ALCOHOL) || facts.alcoholHours().contains(hour))
            .limit(2)
            .toList();

    return goods.isEmpty()
        ? (words == Language.ES ? "lo que más sale" : "what sells most")
        : words.list(goods, it -> Language.lower(words.of(it.name())));
  }

  private static String campaign(FactSheet facts, Language words) {
    List<Offer> offers = facts.offers();
    if (offers.isEmpty()) {
      return words == Language.ES
          ? "¡Hola, vecino! Su colmado está abierto. Escríbanos y se lo tenemos listo."
          : "Hello, neighbour! Your colmado is open. Write to us and we have it ready.";
    }

    Offer offer = offers.get(0);
    String template =
        words == Language.ES
            ? "¡Hola, vecino! Desde las %s tenemos listo para usted: %s. Escríbanos y se lo apartamos."
            : "Hello, neighbour! From %s on we have ready for you: %s. Write to us and we set it aside.";
    return template.formatted(
        Language.hour(offer.hours().get(0)),
        words.list(offer.items(), item -> Language.lower(words.of(item))));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
