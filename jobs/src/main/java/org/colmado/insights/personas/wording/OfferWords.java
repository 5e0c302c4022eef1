package org.colmado.insights.personas.wording;

import java.util.Map;
import org.colmado.insights.personas.facts.FactSheet.Offer;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.Language;

/** Texts of offers by kind. */
final class OfferWords {
  /** Templates with the hour and the offered items. */
  private static final Map<String, BilingualText> DO =
      Map.of(
          "together",
          new BilingualText(
              "Desde las %s, ponga juntos en el mostrador %s y ofrezca lo segundo a quien pide lo primero.",
              "From %s on, put %s together on the counter and offer the second to who asks for the"
                  + " first."),
          "in_sight",
          new BilingualText(
              "Desde las %s, tenga a la vista, junto a la caja, %s: a esta visita le gusta más que a las"
                  + " demás.",
              "From %s on, keep %s in sight at the till: this visit likes it more than others do."),
          "payday",
          new BilingualText(
              "En los días de quincena, desde las %s, ofrezca los tamaños grandes de %s.",
              "Around paydays, from %s on, offer the large sizes of %s."),
          "ready",
          new BilingualText(
              "Antes de las %s, tenga despachado y a mano %s, para que nadie se vaya por no esperar.",
              "Before %s, have %s packed and at hand, so that nobody leaves for not waiting."),
          "message",
          new BilingualText(
              "Poco antes de las %s, avise por WhatsApp a los vecinos que hay %s y que se lleva a la casa.",
              "Shortly before %s, tell neighbours on WhatsApp that you have %s and that you deliver."));

  private OfferWords() {}

  static String of(Offer offer, int hour, Language words) {
    return words
        .of(DO.get(offer.kind()))
        .formatted(
            Language.hour(hour), words.list(offer.items(), item -> Language.lower(words.of(item))));
  }

  static String measure(Offer offer, Language words) {
    String template =
        words == Language.ES
            ? "Compare dos semanas con esto y dos sin esto: visitas por semana que llevan %s. Se esperan"
                + " de %s a %s más."
            : "Compare two weeks with it and two without: visits a week that take %s. Expect %s to %s"
                + " more.";
    int last = offer.items().size() - 1;
    return template.formatted(
        Language.lower(words.of(offer.items().get(last))),
        Language.number(offer.effectLow()),
        Language.number(offer.effectHigh()));
  }
}
