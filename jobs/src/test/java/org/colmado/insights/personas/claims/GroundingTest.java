package org.colmado.insights.personas.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.DrawnSheets;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.Sheets;
import org.colmado.insights.personas.wording.Narrative;
import org.colmado.insights.personas.wording.RuleNarrator;
import org.colmado.insights.text.BilingualText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingTest {
  private static final Grounding GROUNDING = new Grounding(Sheets.RULES, Sheets.ALCOHOL_HOURS);
  private static final FactSheet BREAD = Sheets.bread();
  private static final int DRAWN = 60;

  @Test
  void whatTheRulesWriteHolds() {
    Stream.concat(
            Stream.of(Sheets.bread(), Sheets.beer()),
            LongStream.range(0, DRAWN).mapToObj(DrawnSheets::of))
        .forEach(
            facts ->
                assertThat(GROUNDING.problems(facts, RuleNarrator.of(facts)))
                    .as("%s", facts)
                    .isEmpty());
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvFileSource(resources = "/personas/held.csv", delimiter = '|', maxCharsPerColumn = 2000)
  void whatTheFactsBearMayBeSaid(String facts, String language, String text) {
    assertThat(GROUNDING.problems(sheet(facts), withPersona(sheet(facts), language, text)))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvFileSource(resources = "/personas/refused.csv", delimiter = '|', maxCharsPerColumn = 2000)
  void whatTheFactsDoNotBearIsRefused(String facts, String language, String text, String named) {
    assertThat(GROUNDING.problems(sheet(facts), withCampaign(sheet(facts), language, text)))
        .anySatisfy(problem -> assertThat(problem).containsIgnoringCase(named));
  }

  /** What is said to whom and of what, and when, may stand in different fields. */
  @Test
  void aRecommendationOfAlcoholIsBoundToItsHour() {
    Narrative told = RuleNarrator.of(BREAD);
    Narrative.Recommendation first = told.recommendations().get(0);
    Narrative.Recommendation beer =
        new Narrative.Recommendation(
            first.offerId(),
            first.hour(),
            new BilingualText("Para quien toma cerveza", "For those who like a beer"),
            first.text(),
            first.measure());

    assertThat(with(told, List.of(beer))).contains("alcohol at 6:00, when none may be sold");
  }

  @Test
  void anInsightOnAlcoholIsBoundToTheHourOfItsSlot() {
    FactSheet facts = Sheets.beer();
    Narrative told = RuleNarrator.of(facts);
    Grounding early = new Grounding(Sheets.RULES, List.of(10, 11, 20, 23));

    assertThat(early.problems(facts, told))
        .contains("alcohol at 21:00, when none may be sold")
        .noneMatch(problem -> problem.contains("alcohol at 20:00"));
  }

  /** Each is as long as a text may be. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,111,", "1", "a ", "a las ", "6 a 7 y ", "lunes a ", "RD$ ", "uno de cada ", "- ", "«",
        " ", "precio ", "suba x y z ", "A", "6:00", "2 x ", "a.m. ", "ó", "por ", "de la "
      })
  void noTextTakesLong(String part) {
    String text = part.repeat(1200 / part.length());

    assertTimeout(
        Duration.ofSeconds(2), () -> GROUNDING.problems(BREAD, withCampaign(BREAD, "es", text)));
  }

  /** "Bebidas sin alcohol" at 8:00 was taken for alcohol. */
  @Test
  void whatHasNoAlcoholIsNone() {
    Narrative told = RuleNarrator.of(BREAD);
    BilingualText juice =
        new BilingualText(
            "Bebidas sin alcohol desde las 6:00", "Non-alcoholic drinks from 6:00 on");

    assertThat(
            GROUNDING.problems(
                BREAD,
                new Narrative(told.persona(), told.recommendations(), told.insights(), juice)))
        .noneMatch(problem -> problem.startsWith("alcohol at"));
  }

  @Test
  void recommendationsAreOffersInTheirHours() {
    Narrative told = RuleNarrator.of(BREAD);
    Narrative.Recommendation first = told.recommendations().get(0);
    Narrative.Recommendation late =
        new Narrative.Recommendation(
            first.offerId(), 22, first.target(), first.text(), first.measure());
    Narrative.Recommendation unknown =
        new Narrative.Recommendation(
            "o99", first.hour(), first.target(), first.text(), first.measure());

    assertThat(with(told, List.of(late, unknown)))
        .contains(
            "2 recommendations, expected 3 to 4",
            "offer o1 at 22:00, expected an hour of [6, 7]",
            "offer 'o99' is not in the facts, or is there twice");
  }

  @Test
  void insightsAreOfSlotsAndLeaveRoomForTheForecast() {
    Narrative told = RuleNarrator.of(BREAD);
    Narrative.Insight number =
        new Narrative.Insight(
            "s1", new BilingualText("Los lunes se esperan 40 tickets.", "On Mondays."));
    Narrative changed =
        new Narrative(told.persona(), told.recommendations(), List.of(number), told.campaign());

    assertThat(GROUNDING.problems(BREAD, changed))
        .contains(
            "1 insights, expected 2 to 3",
            "the number '40 tickets' is not in the facts",
            "{forecast} must be in both languages of every insight and nowhere else");
  }

  private static List<String> with(Narrative told, List<Narrative.Recommendation> recommendations) {
    return GROUNDING.problems(
        BREAD, new Narrative(told.persona(), recommendations, told.insights(), told.campaign()));
  }

  private static FactSheet sheet(String name) {
    return name.equals("bread") ? BREAD : Sheets.beer();
  }

  private static Narrative withPersona(FactSheet facts, String language, String text) {
    Narrative told = RuleNarrator.of(facts);

    return new Narrative(
        with(told.persona(), language, text),
        told.recommendations(),
        told.insights(),
        told.campaign());
  }

  private static Narrative withCampaign(FactSheet facts, String language, String text) {
    Narrative told = RuleNarrator.of(facts);

    return new Narrative(
        told.persona(),
        told.recommendations(),
        told.insights(),
        with(told.campaign(), language, text));
  }

  private static BilingualText with(BilingualText told, String language, String text) {
    return language.equals("es")
        ? new BilingualText(text, told.en())
        : new BilingualText(told.es(), text);
  }
}
