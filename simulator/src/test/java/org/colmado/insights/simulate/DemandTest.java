package org.colmado.insights.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandTest {
  private static final List<PlantedMission> MISSIONS = PlantedMissions.read();
  private static final Simulation SIMULATION = SimulatedFiles.simulation(1, 7, Path.of("nowhere"));
  private static final Shop SHOP = Shop.of(SIMULATION.settings(), 1, MISSIONS);
  private static final Demand DEMAND =
      new Demand(SHOP, MISSIONS, SimulatedFiles.LAST_DAY, new Town(1, ExternalFactors.none()));

  @Test
  void isBusierOnPaydayThanAWeekBefore() {
    assertThat(expected("2026-10-30") / expected("2026-10-23")).isBetween(1.15, 1.6);
  }

  @Test
  void forgetsThePaydayWithinAWeek() {
    assertThat(expected("2026-11-07") / expected("2026-10-24")).isEqualTo(1, within(0.08));
  }

  @Test
  void isBusierOnSaturdayThanOnTuesday() {
    assertThat(expected("2026-10-24") / expected("2026-10-20")).isBetween(1.2, 2.0);
  }

  @Test
  void takesTwoStepsInDecember() {
    double november = expected("2026-11-25");

    assertThat(expected("2026-12-09")).isGreaterThan(november * 1.02);
    assertThat(expected("2026-12-16")).isGreaterThan(expected("2026-12-09") * 1.02);
  }

  @Test
  void sellsNoAlcoholOnGoodFriday() {
    int beer = MISSIONS.stream().map(PlantedMission::name).toList().indexOf("beer");

    double[][] goodFriday = DEMAND.on(SimulatedFiles.DOMINICAN.on(LocalDate.of(2026, 4, 3)));

    assertThat(Arrays.stream(goodFriday[beer]).sum()).isZero();
  }

  @Test
  void hasTheTicketsItWasAskedForInAnOrdinaryWeek() {
    double week =
        LocalDate.of(2026, 10, 18)
            .datesUntil(LocalDate.of(2026, 10, 25))
            .mapToDouble(day -> expected(day.toString()))
            .sum();

    assertThat(week / 7).isEqualTo(SHOP.level(), within(SHOP.level() * 0.1));
  }

  private static double expected(String day) {
    double[][] byMission = DEMAND.on(SimulatedFiles.DOMINICAN.on(LocalDate.parse(day)));

    return Arrays.stream(byMission).flatMapToDouble(Arrays::stream).sum();
  }
}
