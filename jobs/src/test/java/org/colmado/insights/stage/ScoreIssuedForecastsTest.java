package org.colmado.insights.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.colmado.insights.command.MiniShop;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.scoring.ForecastMeasuresTest;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.IssuedScores;
import org.colmado.insights.table.Stores;
import org.colmado.insights.testing.ShopRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store of one hour a day that is forecast ten tickets every night, seven days ahead, and sells
 * as many as the day of the month; nights of August 2026.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScoreIssuedForecastsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
  private static final int AHEAD = 7;

  @TempDir static Path folder;

  private static MiniShop shop;
  private static Lake lake;

  @BeforeAll
  static void issueAndSell() throws IOException {
    shop = MiniShop.in(folder);
    lake = shop.tables();
    List<Row> issued = new ArrayList<>();
    List<Row> sold = new ArrayList<>();
    for (LocalDate night = FIRST; night.isBefore(FIRST.plusDays(30)); night = night.plusDays(1)) {
      sold.add(sold(night, HourlySales.OPEN, night.getDayOfMonth()));
      for (int day = 1; day <= AHEAD; day++) {
        issued.add(issued(night, DemandForecast.DAY, night.plusDays(day)));
      }
      issued.add(issued(night, DemandForecast.WEEK, night.plusDays(1)));
    }
    lake.append(Stores.TABLE, ShopRows.of(Stores.TABLE, ShopRows.store()));
    lake.append(DemandForecast.TABLE, ShopRows.of(DemandForecast.TABLE, issued));
    lake.append(HourlySales.TABLE, ShopRows.of(HourlySales.TABLE, sold));
    lake.append(
        ForecastOverrides.TABLE,
        ShopRows.of(
            ForecastOverrides.TABLE,
            entered(FIRST.plusDays(2), FIRST.plusDays(2) + "T07:59:59Z", 3.5),
            entered(FIRST.plusDays(3), FIRST.plusDays(3) + "T08:00:00Z", 3.5)));
  }

  @Test
  @Order(1)
  void theFirstNightScoresAllThatPassedAndNoWeekThatIsNotOver() {
    assertThat(score(FIRST.plusDays(7)).rowsOut()).isEqualTo(1 + 2 + 3 + 4 + 5 + 6 + 7 + 1);
    assertThat(weeks()).containsExactly(FIRST.plusDays(1));
    assertThat(scored("granularity = 'week' AND actual = 35")).isEqualTo(1);
  }

  @Test
  @Order(2)
  void aNightRunAgainWritesNothing() {
    long version = lake.version(IssuedScores.TABLE);

    assertThat(score(FIRST.plusDays(7)).rowsOut()).isZero();
    assertThat(lake.version(IssuedScores.TABLE)).isEqualTo(version);
  }

  @Test
  @Order(3)
  void anOverrideCountsIfItWasEnteredBeforeTheDayBeganByTheStoresClock() {
    assertThat(
            lake.read(IssuedScores.TABLE)
                .where("override_value = 3.5")
                .select(IssuedScores.TARGET_ON)
                .distinct()
                .collectAsList())
        .extracting(row -> row.getLocalDate(0))
        .containsExactly(FIRST.plusDays(2));
  }

  @Test
  @Order(4)
  void aLateSaleScoresItsDayAgainAndWhatIsNotKnownAnyMoreHasNoScore() {
    sell(
        sold(FIRST.plusDays(5), HourlySales.OPEN, 100),
        sold(FIRST.plusDays(1), HourlySales.MISSING, 0));

    assertThat(score(FIRST.plusDays(8)).rowsOut())
        .as("the day anew, and the last day and week")
        .isEqualTo(5 + 7 + 1);
    assertThat(scored("actual = 100 AND scored_on = DATE'2026-08-09' AND error = 90")).isEqualTo(5);
    assertThat(scored("target_on = DATE'2026-08-06'")).isEqualTo(5);
    assertThat(scored("target_on = DATE'2026-08-02'")).isZero();
    assertThat(weeks()).containsExactly(FIRST.plusDays(2));
  }

  @Test
  @Order(5)
  void nightsThatWereLeftOutAreMadeGoodAndOldDaysAreLeftAlone() {
    score(FIRST.plusDays(29));
    assertThat(scored("granularity = 'day' AND target_on = DATE'2026-08-21'")).isEqualTo(AHEAD);
    assertThat(scored("granularity = 'day' AND target_on = DATE'2026-08-30'")).isEqualTo(AHEAD);

    sell(sold(FIRST.plusDays(4), HourlySales.OPEN, 700));
    assertThat(score(FIRST.plusDays(29)).rowsOut()).isZero();
  }

  private static void sell(Row... hours) {
    lake.merge(HourlySales.TABLE, ShopRows.of(HourlySales.TABLE, hours));
  }

  private static long scored(String condition) {
    return lake.read(IssuedScores.TABLE).where(condition).count();
  }

  private static Outcome score(LocalDate asOf) {
    return ScoreIssuedForecasts.run(shop.run(asOf), ForecastMeasuresTest.RULES.scoring());
  }

  private static List<LocalDate> weeks() {
    return lake
        .read(IssuedScores.TABLE)
        .where("granularity = 'week'")
        .select(IssuedScores.TARGET_ON)
        .collectAsList()
        .stream()
        .map(row -> row.getLocalDate(0))
        .toList();
  }

  private static Row sold(LocalDate on, String state, long tickets) {
    Map<String, Object> row = new HashMap<>();
    row.put(HourlySales.STORE_ID, ShopRows.STORE);
    row.put(HourlySales.BUSINESS_ON, on);
    row.put(HourlySales.HOUR, 12);
    row.put(HourlySales.STATE, state);
    row.put(HourlySales.TICKETS, tickets);
    row.put(HourlySales.REVENUE, tickets);
    row.put(HourlySales.UNITS, 0);
    row.put(HourlySales.REFUNDS, 0);
    row.put("as_of", on);
    row.put("run_id", "test");
    return ShopRows.of(HourlySales.TABLE, row);
  }

  private static Row issued(LocalDate asOf, String granularity, LocalDate on) {
    Map<String, Object> row = new HashMap<>();
    row.put(DemandForecast.STORE_ID, ShopRows.STORE);
    row.put(DemandForecast.AS_OF, asOf);
    row.put(DemandForecast.GRANULARITY, granularity);
    row.put(DemandForecast.TARGET_ON, on);
    row.put(DemandForecast.TARGET_HOUR, DemandForecast.NO_HOUR);
    row.put(DemandForecast.MEASURE, DemandForecast.TICKETS);
    row.put(DemandForecast.MODEL, "combined");
    row.put(DemandForecast.STATUS, DemandForecast.OK);
    row.put("run_id", "test");
    for (String number : List.of("yhat", "lo80", "hi80", "lo95", "hi95")) {
      row.put(number, 10.0);
    }
    return ShopRows.of(DemandForecast.TABLE, row);
  }

  private static Row entered(LocalDate on, String at, double value) {
    return ShopRows.entry(
        ForecastOverrides.TARGET_ON,
        on,
        ForecastOverrides.ENTERED_AT,
        at,
        ForecastOverrides.VALUE,
        value);
  }
}
