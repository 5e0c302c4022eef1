package org.colmado.insights.personas.claims;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.FactSheet.Offer;
import org.colmado.insights.personas.wording.Narrative;
import org.colmado.insights.text.BilingualText;

/**
 * Checks the structure of an answer: the number of recommendations, each a different offer of the
 * facts in one of its hours, and the number of insights, each a different slot with the placeholder
 * for the forecast.
 */
final class AnswerForm {
  private static final int MIN_RECOMMENDATIONS = 3;
  private static final int MAX_RECOMMENDATIONS = 4;
  private static final int MIN_INSIGHTS = 2;
  private static final int MAX_INSIGHTS = 3;

  private AnswerForm() {}

  static Stream<String> problems(FactSheet facts, Narrative answer) {
    return Stream.of(
            number(
                "recommendations",
                answer.recommendations().size(),
                Math.min(MIN_RECOMMENDATIONS, facts.offers().size()),
                MAX_RECOMMENDATIONS),
            offers(facts, answer),
            number(
                "insights",
                answer.insights().size(),
                Math.min(MIN_INSIGHTS, facts.slots().size()),
                MAX_INSIGHTS),
            slots(facts, answer),
            forecasts(answer))
        .flatMap(stream -> stream);
  }

  private static Stream<String> number(String what, int number, int least, int most) {
    return number < least || number > most
        ? Stream.of("%d %s, expected %d to %d".formatted(number, what, least, most))
        : Stream.of();
  }

  private static Stream<String> offers(FactSheet facts, Narrative answer) {
    Map<String, Offer> offers =
        facts.offers().stream().collect(Collectors.toMap(Offer::id, Function.identity()));
    Set<String> taken = new HashSet<>();

    return answer.recommendations().stream()
        .flatMap(
            it -> {
              Offer offer = offers.get(it.offerId());
              if (offer == null || !taken.add(it.offerId())) {
                return Stream.of(
                    "offer '%s' is not in the facts, or is there twice".formatted(it.offerId()));
              }
              return offer.hours().contains(it.hour())
                  ? Stream.of()
                  : Stream.of(
                      "offer %s at %d:00, expected an hour of %s"
                          .formatted(it.offerId(), it.hour(), offer.hours()));
            });
  }

  private static Stream<String> slots(FactSheet facts, Narrative answer) {
    Set<String> slots = facts.slots().stream().map(FactSheet.Slot::id).collect(Collectors.toSet());
    Set<String> taken = new HashSet<>();

    return answer.insights().stream()
        .filter(it -> !slots.contains(it.slotId()) || !taken.add(it.slotId()))
        .map(it -> "slot '%s' is not in the facts, or is there twice".formatted(it.slotId()));
  }

  private static Stream<String> forecasts(Narrative answer) {
    boolean isMissing =
        answer.insights().stream()
            .map(Narrative.Insight::text)
            .anyMatch(
                text ->
                    !text.es().contains(Narrative.FORECAST)
                        || !text.en().contains(Narrative.FORECAST));
    Stream<BilingualText> others =
        Stream.concat(
            Stream.of(answer.persona(), answer.campaign()),
            answer.recommendations().stream()
                .flatMap(it -> Stream.of(it.target(), it.text(), it.measure())));

    return isMissing
            || others.anyMatch(text -> (text.es() + text.en()).contains(Narrative.FORECAST))
        ? Stream.of(
            Narrative.FORECAST + " must be in both languages of every insight and nowhere else")
        : Stream.of();
  }
}
