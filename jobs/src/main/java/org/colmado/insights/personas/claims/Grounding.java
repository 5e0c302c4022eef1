package org.colmado.insights.personas.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.Json;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.personas.mentions.NumberMentions;
import org.colmado.insights.personas.mentions.NumberMentions.Unit;
import org.colmado.insights.personas.mentions.WordList;
import org.colmado.insights.personas.wording.Narrative;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.Language;

/**
 * The grounding check of an answer against its facts. Every number, hour, weekday, category, name
 * and product must be in the facts, up to rounding. Every recommendation must be an offer of the
 * sheet in one of its hours, every insight one of its slots with the placeholder for the forecast.
 * Not allowed: alcohol outside its hours, discounts, prices, age, gender or income of customers,
 * actions that a shop with a counter cannot do, and the wrong language.
 */
public final class Grounding {
  private static final int LONGEST = 1200;

  private final WordList harmless;
  private final List<TextCheck> checks;
  private final BoundClaims bound;
  private final AlcoholClaims alcohol;

  /**
   * The check.
   *
   * @param alcoholHours hours in which alcohol may be sold on all coming days
   */
  public Grounding(PersonaRules rules, List<Integer> alcoholHours) {
    harmless = new WordList(rules.harmless());
    checks =
        List.of(
            new AllowedCharacters(),
            new LanguageSigns(),
            new NumberClaims(),
            new HourClaims(),
            new WeekdayClaims(),
            new NameClaims(rules),
            new GoodsClaims(rules),
            new BoughtGoods(rules),
            new ForbiddenWords(rules));
    bound = new BoundClaims(rules);
    alcohol = new AlcoholClaims(rules, alcoholHours);
  }

  /**
   * The same for JSON texts.
   *
   * @param facts JSON of the facts, as in {@link org.colmado.insights.table.SegmentPersonas}
   * @param answer JSON from any source
   */
  public List<String> problems(String facts, String answer) {
    try {
      return problems(Json.read(facts, FactSheet.class), Json.parse(answer, Narrative.class));
    } catch (JsonProcessingException e) {
      return List.of("it does not have the form that was asked for");
    }
  }

  /**
   * The problems of the answer, worded so that its author can fix them; empty if it is grounded.
   */
  List<String> problems(FactSheet facts, Narrative answer) {
    List<String> unread =
        answer
            .texts()
            .flatMap(text -> Stream.of(text.es(), text.en()))
            .flatMap(Grounding::length)
            .distinct()
            .toList();
    if (!unread.isEmpty()) {
      return unread;
    }

    Evidence evidence = Evidence.of(facts);
    return Stream.of(
            AnswerForm.problems(facts, answer),
            answer
                .texts()
                .flatMap(text -> said(evidence, text))
                .flatMap(said -> checks.stream().flatMap(check -> check.problems(evidence, said))),
            bound.problems(evidence, answer),
            prices(evidence, answer),
            alcohol.problems(evidence, answer))
        .flatMap(stream -> stream)
        .distinct()
        .toList();
  }

  private static Stream<String> length(String text) {
    if (text.isBlank()) {
      return Stream.of("an empty text");
    }
    return text.length() > LONGEST
        ? Stream.of("a text of %d letters, expected at most %d".formatted(text.length(), LONGEST))
        : Stream.of();
  }

  /**
   * Amounts of money are allowed as spending of visits only; in recommendations and messages they
   * would be prices.
   */
  private Stream<String> prices(Evidence evidence, Narrative answer) {
    return Stream.concat(
            Stream.of(answer.campaign()),
            answer.recommendations().stream().map(Narrative.Recommendation::text))
        .flatMap(text -> said(evidence, text))
        .flatMap(said -> NumberMentions.of(said.own(), said.language()).figures().stream())
        .filter(figure -> figure.unit() == Unit.MONEY)
        .map(figure -> "'%s': no price in what to do or in a message".formatted(figure.text()));
  }

  private Stream<CheckedText> said(Evidence evidence, BilingualText text) {
    return Stream.of(Language.values())
        .map(language -> CheckedText.of(language, text, evidence, harmless));
  }
}
