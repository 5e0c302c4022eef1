package org.colmado.insights.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final List<LocalDate> YEAR = FIRST.datesUntil(FIRST.plusDays(365)).toList();

  @TempDir private Path folder;

  @Test
  void aTownWithoutWeatherMovesNothing() {
    Town town = new Town(7, ExternalFactors.none());

    assertThat(YEAR).allMatch(on -> town.factor(on) == 1);
  }

  @Test
  void rainAndFeastsAreAsOftenAsSaid() {
    Town rain = new Town(7, new ExternalFactors(0.5, 1, 1));
    Town heavy = new Town(7, new ExternalFactors(1, 0.5, 1));
    Town feast = new Town(7, new ExternalFactors(1, 1, 2));

    assertThat(YEAR.stream().filter(on -> rain.factor(on) != 1).count()).isBetween(45L, 85L);
    assertThat(YEAR.stream().filter(on -> heavy.factor(on) != 1).count()).isBetween(25L, 55L);
    assertThat(YEAR.stream().filter(on -> feast.factor(on) != 1).count()).isBetween(30L, 42L);
  }

  @Test
  void writesTheFilesAndTakesThemAwayWithTheSimulation() {
    Simulation simulation = SimulatedFiles.simulation(1, 7, folder);
    simulation.run();
    Map<String, String> plain = new SimulatedFiles(folder).hashes();
    Map<String, Double> usual = expected();
    simulation.with(ExternalFactors.usual()).run();
    Map<String, Double> moved = expected();

    assertThat(new SimulatedFiles(folder).rows(Town.WEATHER)).hasSize(SimulatedFiles.DAYS + 14);
    Town town = new Town(7, ExternalFactors.usual());
    assertThat(moved).isNotEqualTo(usual);
    usual.forEach(
        (on, tickets) ->
            assertThat(moved.get(on))
                .isCloseTo(tickets * town.factor(LocalDate.parse(on)), within(0.01)));

    simulation.run();
    assertThat(new SimulatedFiles(folder).hashes()).isEqualTo(plain);
  }

  /** Tickets by day. */
  private Map<String, Double> expected() {
    return new SimulatedFiles(folder)
        .rows("truth/rates.csv.gz").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("business_on"),
                    Collectors.summingDouble(
                        row -> Double.parseDouble(row.get("expected_tickets")))));
  }
}
