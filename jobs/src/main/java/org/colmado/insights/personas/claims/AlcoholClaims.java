package org.colmado.insights.personas.claims;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.Offers;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.ClockTimes;
import org.colmado.insights.personas.mentions.DayPart;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.personas.mentions.WordList;
import org.colmado.insights.personas.wording.Narrative;
import org.colmado.insights.text.BilingualText;

/**
 * Checks that alcohol is mentioned only for its legal hours and not together with minors. The
 * persona describes when visits come, so the hours do not apply to it. A recommendation is checked
 * with its hour, an insight with the hour of its slot.
 */
final class AlcoholClaims {

  private final Set<Integer> lawful;
  private final WordList words;
  private final WordList beside;
  private final WordList harmless;

  /**
   * The check.
   *
   * @param hours in which alcohol may be sold on all coming days
   */
  AlcoholClaims(PersonaRules rules, List<Integer> hours) {
    lawful = Set.copyOf(hours);
    words =
        new WordList(
            Stream.of(rules.goods(), rules.brands())
                .flatMap(lists -> lists.getOrDefault(Offers.ALCOHOL, List.of()).stream())
                .toList());
    beside = new WordList(rules.forbiddenWithAlcohol());
    harmless = new WordList(rules.harmless());
  }

  Stream<String> problems(Evidence evidence, Narrative answer) {
    AlcoholNames drinks = AlcoholNames.of(evidence.facts());
    Stream<Passage> recommendations =
        answer.recommendations().stream()
            .map(
                it ->
                    Passage.of(Stream.of(it.target(), it.text(), it.measure()), Set.of(it.hour())));
    Stream<Passage> insights =
        answer.insights().stream()
            .map(it -> Passage.of(Stream.of(it.text()), hourOf(evidence.facts(), it)));
    List<Passage> timed =
        Stream.of(
                recommendations,
                insights,
                Stream.of(Passage.of(Stream.of(answer.campaign()), Set.of())))
            .flatMap(stream -> stream)
            .filter(passage -> speaks(drinks, passage))
            .toList();
    Stream<Passage> persona =
        Stream.of(Passage.of(Stream.of(answer.persona()), Set.of()))
            .filter(passage -> speaks(drinks, passage));

    return Stream.concat(
        timed.stream().flatMap(passage -> hours(evidence, passage)),
        Stream.concat(persona, timed.stream()).flatMap(passage -> minors(evidence, passage)));
  }

  /** One passage in both languages, and the hours it applies to. */
  private record Passage(String text, Set<Integer> hours) {
    static Passage of(Stream<BilingualText> texts, Set<Integer> hours) {
      return new Passage(
          texts
              .map(text -> CheckedText.tidy(text.es() + ";\n" + text.en()))
              .collect(Collectors.joining(";\n")),
          hours);
    }
  }

  private static Set<Integer> hourOf(FactSheet facts, Narrative.Insight insight) {
    return facts.slots().stream()
        .filter(slot -> slot.id().equals(insight.slotId()))
        .map(FactSheet.Slot::hour)
        .collect(Collectors.toSet());
  }

  private boolean speaks(AlcoholNames drinks, Passage passage) {
    String sober = harmless.redacted(drinks.withoutSober(passage.text()));

    return words.isIn(sober) || drinks.isIn(sober);
  }

  private Stream<String> hours(Evidence evidence, Passage passage) {
    ClockTimes clock = ClockTimes.of(evidence.names().redacted(passage.text()));
    Stream<String> hours =
        Stream.concat(clock.during().stream(), passage.hours().stream())
            .filter(hour -> !lawful.contains(hour))
            .map("alcohol at %d:00, when none may be sold"::formatted);
    Stream<String> parts =
        DayPart.in(clock.rest()).stream()
            .filter(part -> part.hours().stream().noneMatch(lawful::contains))
            .map("alcohol in the %s, when none may be sold"::formatted);

    return Stream.concat(hours, parts);
  }

  private Stream<String> minors(Evidence evidence, Passage passage) {
    return beside.in(harmless.redacted(evidence.names().redacted(passage.text()))).stream()
        .map("'%s' in a text on alcohol"::formatted);
  }
}
