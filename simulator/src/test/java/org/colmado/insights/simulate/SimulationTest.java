package org.colmado.insights.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colmado.insights.calendar.BusinessDays;
import org.colmado.insights.calendar.ShopCalendar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
  private static final ZoneId ZONE = ZoneId.of("America/Santo_Domingo");

  @TempDir static Path folder;

  private static SimulatedFiles files;
  private static SimulationSummary summary;

  @BeforeAll
  static void simulate() {
    Path out = folder.resolve("seed-7");
    summary = SimulatedFiles.simulation(2, 7, out).run();
    files = new SimulatedFiles(out);
  }

  @Test
  void writesTheSameBytesForTheSameArguments() {
    Path again = folder.resolve("seed-7-again");
    SimulatedFiles.simulation(2, 7, again).run();

    assertThat(new SimulatedFiles(again).hashes()).isEqualTo(files.hashes());
  }

  @Test
  void writesOtherTicketsForAnotherSeed() {
    Path other = folder.resolve("seed-8");
    SimulatedFiles.simulation(1, 8, other).run();

    String sales = "sales-colmado-01-2026-10.jsonl.gz";
    assertThat(new SimulatedFiles(other).hashes().get(sales))
        .isNotEqualTo(files.hashes().get(sales));
  }

  @Test
  void writesOneShopTheSameWhoeverIsBesideIt() {
    Path alone = folder.resolve("alone");
    SimulatedFiles.simulation(1, 7, alone).run();

    String sales = "sales-colmado-01-2026-10.jsonl.gz";
    assertThat(new SimulatedFiles(alone).hashes()).containsEntry(sales, files.hashes().get(sales));
  }

  @Test
  void sellsOnlyInOpenHours() {
    Set<String> open =
        files.rows("truth/rates.csv.gz").stream()
            .filter(row -> row.get("is_open").equals("1"))
            .map(row -> row.get("store_id") + row.get("business_on") + "T" + row.get("hour"))
            .collect(Collectors.toSet());

    assertThat(goodSales()).isNotEmpty().allMatch(sale -> open.contains(hourOf(sale)));
  }

  @Test
  void opensPastMidnightOnSaturday() {
    assertThat(goodSales())
        .anySatisfy(sale -> assertThat(hourOf(sale)).matches("colmado-0.\\d{4}-\\d\\d-\\d\\dT0"));
  }

  @Test
  void sendsSomebodyOnEveryMission() {
    Set<String> missions =
        files.rows("truth/tickets.csv.gz").stream()
            .map(row -> row.get("mission"))
            .collect(Collectors.toSet());

    assertThat(missions)
        .containsExactlyInAnyOrderElementsOf(
            PlantedMissions.read().stream().map(PlantedMission::name).toList());
  }

  @Test
  void plantsEveryIncidentAndAShortageOfBeer() {
    assertThat(files.rows("truth/anomalies.csv"))
        .extracting(row -> row.get("kind"))
        .contains("power_cut", "double_traffic", "wrong_price");
    assertThat(files.rows("truth/stockouts.csv"))
        .anyMatch(row -> Integer.parseInt(row.get("lost_units")) > 0);
  }

  @Test
  void sellsNothingInAPowerCut() {
    Set<String> dark = new HashSet<>();
    for (Map<String, String> row : files.rows("truth/anomalies.csv")) {
      if (row.get("kind").equals("power_cut")) {
        int toHour = Integer.parseInt(row.get("to_hour"));
        for (int hour = Integer.parseInt(row.get("from_hour")); hour < toHour; hour++) {
          dark.add(row.get("store_id") + row.get("business_on") + "T" + hour);
        }
      }
    }

    assertThat(dark).isNotEmpty();
    assertThat(goodSales()).noneMatch(sale -> dark.contains(hourOf(sale)));
  }

  @Test
  void namesOnlyTheFewCustomersWhoAreRegistered() {
    List<JsonNode> registered =
        goodSales().stream().filter(sale -> sale.hasNonNull("customerId")).toList();

    assertThat(registered.size() / (double) goodSales().size()).isBetween(0.03, 0.07);
    assertThat(registered).allMatch(sale -> sale.hasNonNull("customerPhone"));
    assertThat(goodSales())
        .filteredOn(sale -> !sale.hasNonNull("customerId"))
        .noneMatch(sale -> sale.has("customerName") || sale.has("customerPhone"));
  }

  @Test
  void givesCategoriesOnlyWhereTheShopHasThem() {
    assertThat(files.sales())
        .filteredOn(sale -> sale.path("items").has(0))
        .allMatch(
            sale ->
                sale.path("items").path(0).has("category")
                    == sale.path("storeId").asText().equals("colmado-02"));
  }

  @Test
  void knowsStockAndCostAndSupplier() {
    assertThat(files.rows("stock.csv")).hasSizeBetween(1600, 2000);
    assertThat(files.rows("costs.csv"))
        .allMatch(row -> row.get("unit_cost").matches("\\d+\\.\\d\\d"));
    assertThat(files.rows("suppliers.csv")).noneMatch(row -> row.get("supplier").equals("null"));
  }

  @Test
  void tradesWithoutAnyCalendar() {
    Simulation plain =
        Simulation.of(
            1, 3, 1, SimulatedFiles.LAST_DAY, folder.resolve("none"), ShopCalendar.none());

    assertThat(plain.run().goodTickets()).isBetween(700L, 1700L);
  }

  @Test
  void refusesAnImpossibleNumberOfStores() {
    assertThatThrownBy(() -> SimulatedFiles.simulation(0, 1, folder))
        .hasMessage("stores: found 0, expected 1 to 5000");
  }

  @Test
  void sumsUpWhatItWrote() {
    assertThat(summary.saleRecords()).isEqualTo(files.saleLines().size());
    assertThat(summary.returnRecords()).isEqualTo(files.returns().size());
    assertThat(summary.goodTickets()).isEqualTo(files.rows("truth/tickets.csv.gz").size());
  }

  private static List<JsonNode> goodSales() {
    Set<String> good =
        files.rows("truth/tickets.csv.gz").stream()
            .map(row -> row.get("sale_id"))
            .collect(Collectors.toSet());

    return files.sales().stream().filter(sale -> good.contains(sale.path("id").asText())).toList();
  }

  private static String hourOf(JsonNode sale) {
    Instant soldAt = Instant.parse(sale.path("date").asText());
    int hour = ZonedDateTime.ofInstant(soldAt, ZONE).getHour();

    return sale.path("storeId").asText()
        + BusinessDays.businessOn(soldAt, ZONE, LocalTime.of(4, 0))
        + "T"
        + hour;
  }
}
