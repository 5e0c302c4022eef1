package org.colmado.insights.segments.missions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.colmado.insights.segments.missions.Mission.Look;
import org.colmado.insights.segments.missions.MissionNames.Named;
import org.junit.jupiter.api.Test;

class MissionNamesTest {
  private static final MissionNames NAMES = new MissionNames(MissionRulesTest.SHIPPED.names());
  private static final Look STORE = look(200, 12, List.of(0.25, 0.25, 0.25, 0.25), 0.1);

  @Test
  void namesWhatLiftsItAboveTheStore() {
    Named named =
        name(
            Map.of("bakery", 0.6, "coffee", 0.3, "staples", 0.1),
            Map.of("bakery", 8.0, "coffee", 5.0, "staples", 0.4),
            STORE);

    assertThat(named.name().es()).isEqualTo("Pan con café");
    assertThat(named.name().en()).isEqualTo("Bread with coffee");
    assertThat(named.description().es()).contains("pan (60 %, 8.0 veces lo normal)");
  }

  @Test
  void aNameThatIsTakenTellsMore() {
    Look evenings = look(200, 20, List.of(0.1, 0.1, 0.1, 0.7), 0.1);

    assertThat(
            name(Map.of("alcohol", 1.0), Map.of("alcohol", 3.0), evenings, "Cerveza y ron")
                .name()
                .es())
        .isEqualTo("Cerveza y ron por la noche");
    assertThat(
            name(Map.of("alcohol", 1.0), Map.of("alcohol", 3.0), STORE, "Cerveza y ron")
                .name()
                .en())
        .isEqualTo("Beer and rum around 12:00");
    assertThat(
            name(
                    Map.of("alcohol", 1.0),
                    Map.of("alcohol", 3.0),
                    STORE,
                    "Cerveza y ron",
                    "Cerveza y ron hacia las 12:00")
                .name()
                .es())
        .isEqualTo("Cerveza y ron hacia las 12:00 2");
  }

  /** In a shop of one category the time and the size are all there is to tell. */
  @Test
  void whereNoCategoryStandsOutTheNameSaysWhenOrHowMuch() {
    Look large = look(500, 12, List.of(0.25, 0.25, 0.25, 0.25), 0.1);

    assertThat(name(Map.of("prepared", 1.0), Map.of("prepared", 1.0), large).name().en())
        .isEqualTo("Visit in a large basket");
  }

  /** The pizzeria had a "Compra al mediodía por la tarde hacia las 14:00". */
  @Test
  void aNameTellsOneTimeOfDay() {
    Look earlyAfternoon = look(200, 14, List.of(0.0, 0.5, 0.5, 0.0), 0.1);

    assertThat(
            name(
                    Map.of("prepared", 1.0),
                    Map.of("prepared", 1.0),
                    earlyAfternoon,
                    "Visita al mediodía")
                .name()
                .es())
        .isEqualTo("Visita hacia las 14:00");
  }

  /** The pizzeria had a "Visita hacia las 14:00 2". */
  @Test
  void twoOfOneHourAreToldApartByTheirSize() {
    Look larger = look(260, 14, List.of(0.0, 0.5, 0.5, 0.0), 0.1);

    Named named =
        name(
            Map.of("prepared", 1.0),
            Map.of("prepared", 1.0),
            larger,
            "Visita al mediodía",
            "Visita hacia las 14:00");

    assertThat(named.name().es()).isEqualTo("Visita hacia las 14:00 de más compra");
    assertThat(named.description().en())
        .isEqualTo(
            "Money goes to what it goes to in the others;"
                + " more than others at midday, in the afternoon");
  }

  @Test
  void theMeanHourGoesRoundMidnight() {
    List<Visit> visits = List.of(visit(23), visit(1));

    assertThat(Look.of(visits).hour()).isZero();
  }

  private static Named name(
      Map<String, Double> shares, Map<String, Double> lifts, Look look, String... taken) {
    return NAMES.of(
        new Mission(
            new Centre(new double[0]),
            10,
            0.1,
            1,
            1,
            new TreeMap<>(shares),
            new TreeMap<>(lifts),
            look,
            STORE),
        Set.of(taken));
  }

  private static Look look(double value, int hour, List<Double> dayParts, double credit) {
    return new Look(value, hour, dayParts, credit, 0, 0.3, 0.2);
  }

  private static Visit visit(int hour) {
    return new Visit(
        "t", Map.of("bakery", 1.0), 100, 1, hour, false, false, false, "cash", "counter");
  }
}
