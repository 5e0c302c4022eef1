package org.colmado.insights.personas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingTest {
  private static final Grounding GROUNDING = new Grounding(Sheets.RULES, Sheets.ALCOHOL_HOURS);
  private static final FactSheet BREAD = Sheets.bread();

  @Test
  void whatTheRulesWriteHolds() {
    Stream.of(Sheets.bread(), Sheets.beer())
        .forEach(facts -> assertThat(GROUNDING.problems(facts, RuleNarrator.of(facts))).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vienen unas 96 visitas por semana y gastan cerca de RD$85.00 en pan.",
        "El 60% del dinero se va en pan y el 22 % en café.",
        "El 60 por ciento del dinero es de pan, de 6:00 a 8:00.",
        "Los lunes a las 7 a. m. es cuando más vienen por su pan.",
        "Compare dos semanas con esto y dos sin esto."
      })
  void whatIsInTheFactsMayBeSaid(String spanish) {
    assertThat(problems(spanish)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Vienen unas 97 visitas por semana|97",
        "Gastan cerca de RD$96.00 en la compra|RD$96.00",
        "El 85% de las visitas son de la mañana|85%",
        "El veinte por ciento de las visitas|veinte",
        "Tres de cada cuatro vecinos vienen|Tres de cada cuatro",
        "El doble de visitas que las demás|doble",
        "Vienen a las 9:00 de la mañana|9:00",
        "Vienen a las 5 p. m. en punto|17:00",
        "Vienen a las cinco de la tarde, 17:00|17:00",
        "Vienen a las 7:30 de la mañana|7:30",
        "Vienen los sábados por la mañana|sábado",
        "Ponga la cerveza en el mostrador|cerveza",
        "Tenga detergente a la mano|detergente",
        "Dé un descuento a los vecinos|discount",
        "El segundo café es gratis para el vecino|discount",
        "Ponga un letrero en el pasillo de la tienda|no-counter-service",
        "Suba el precio a los que vienen tarde|price-discrimination",
        "The bread is what they come for in the morning|Spanish",
        "Se esperan {forecast} a esa hora|{forecast}"
      })
  void whatIsNotInTheFactsIsRefused(String spanish, String named) {
    assertThat(problems(spanish)).anySatisfy(problem -> assertThat(problem).contains(named));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cerveza fría desde las 0:00 para el vecino|alcohol at 0:00",
        "Cerveza para todos, los estudiantes también|estudiantes"
      })
  void alcoholHasItsHoursAndItsPeople(String spanish, String named) {
    Narrative told = RuleNarrator.of(Sheets.beer());
    Narrative changed =
        new Narrative(
            told.persona(),
            told.recommendations(),
            told.insights(),
            new Text(spanish, told.campaign().en()));

    assertThat(GROUNDING.problems(Sheets.beer(), changed))
        .anySatisfy(problem -> assertThat(problem).contains(named));
  }

  /** "Bebidas sin alcohol" at 8:00 was taken for alcohol. */
  @Test
  void whatHasNoAlcoholIsNone() {
    Narrative told = RuleNarrator.of(BREAD);
    Text juice =
        new Text("Bebidas sin alcohol desde las 6:00", "Non-alcoholic drinks from 6:00 on");

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
        new Narrative.Insight("s1", new Text("Los lunes se esperan 40 tickets.", "On Mondays."));
    Narrative changed =
        new Narrative(told.persona(), told.recommendations(), List.of(number), told.campaign());

    assertThat(GROUNDING.problems(BREAD, changed))
        .contains(
            "1 insights, expected 2 to 3",
            "the number '40' is not in the facts",
            "{forecast} must be in both languages of every insight and nowhere else");
  }

  private static List<String> with(Narrative told, List<Narrative.Recommendation> recommendations) {
    return GROUNDING.problems(
        BREAD, new Narrative(told.persona(), recommendations, told.insights(), told.campaign()));
  }

  private static List<String> problems(String spanish) {
    Narrative told = RuleNarrator.of(BREAD);

    return GROUNDING.problems(
        BREAD,
        new Narrative(
            new Text(spanish, told.persona().en()),
            told.recommendations(),
            told.insights(),
            told.campaign()));
  }
}
