package org.colmado.insights.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.command.MiniShop;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.simulate.FaultShares;
import org.colmado.insights.simulate.Simulation;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.RestockPlan;
import org.colmado.insights.table.StaffingPlan;
import org.colmado.insights.testing.ShopRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two weeks of a simulated colmado with its supply files, planned twice. */
class PlanOperationsTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 31);

  @TempDir static Path folder;

  private static Lake lake;
  private static Outcome first;
  private static Outcome second;

  @BeforeAll
  static void plan() throws IOException {
    MiniShop shop = MiniShop.in(folder);
    ShopCalendar calendar = ShopCalendar.read("do", Path.of("../conf/calendars/do.yaml"));
    new Simulation(1, 14, 3, AS_OF, shop.inbox(), calendar, 40, 0, FaultShares.usual()).run();
    lake = shop.tables();
    Run run = shop.run(AS_OF);
    new IngestFiles().run(run);
    new Categorise().run(run);
    new BuildCalendar().run(run);
    new BuildFeatures().run(run);
    lake.append(DemandForecast.TABLE, run.lake().rows(DemandForecast.TABLE, forecast(run)));
    lake.append(ForecastOverrides.TABLE, ShopRows.of(ForecastOverrides.TABLE, owners()));
    first = new PlanOperations().run(run);
    second = new PlanOperations().run(shop.run(AS_OF));
  }

  /** Fourteen days from 08:00 to 21:00, ten tickets an hour. */
  private static List<Row> forecast(Run run) {
    List<Row> rows = new ArrayList<>();
    for (int day = 1; day <= 14; day++) {
      for (int hour = 8; hour < 22; hour++) {
        rows.add(
            RowFactory.create(
                "colmado-01",
                AS_OF,
                DemandForecast.HOUR,
                AS_OF.plusDays(day),
                hour,
                DemandForecast.TICKETS,
                10.0,
                6.0,
                15.0,
                4.0,
                18.0,
                "mean",
                "ok",
                run.runId()));
      }
    }
    return rows;
  }

  /** Twice as many tickets as the model says for the first day. */
  private static Row owners() {
    return ShopRows.entry(
        ForecastOverrides.STORE_ID,
        "colmado-01",
        ForecastOverrides.TARGET_ON,
        AS_OF.plusDays(1),
        ForecastOverrides.VALUE,
        2 * 10.0 * 14);
  }

  @Test
  void theOwnersNumberTakesTheModelsPlaceInThePlanAlone() {
    Dataset<Row> plan = lake.read(StaffingPlan.TABLE);

    assertThat(plan.where("status = 'adjusted'").collectAsList())
        .hasSize(14)
        .allMatch(row -> row.<LocalDate>getAs(StaffingPlan.TARGET_ON).equals(AS_OF.plusDays(1)))
        .allMatch(row -> row.<Double>getAs(StaffingPlan.EXPECTED_TICKETS) == 20.0);
    assertThat(plan.where("status <> 'adjusted' AND expected_tickets <> 10").count()).isZero();
    assertThat(lake.read(DemandForecast.TABLE).where("yhat <> 10 OR status <> 'ok'").count())
        .isZero();
  }

  @Test
  void planningAgainChangesNothing() {
    assertThat(second).isEqualTo(first);
    assertThat(lake.read(StaffingPlan.TABLE).count() + lake.read(RestockPlan.TABLE).count())
        .isEqualTo(first.rowsOut());
  }

  @Test
  void everyHourOfTheForecastIsManned() {
    assertThat(lake.read(StaffingPlan.TABLE).count()).isEqualTo(14 * 14);
    assertThat(lake.read(StaffingPlan.TABLE).where("clerks < 1").count()).isZero();
  }

  @Test
  void whatSoldIsPlannedWithItsSupplierStockAndReason() {
    List<Row> plan = lake.read(RestockPlan.TABLE).collectAsList();

    assertThat(plan).hasSizeGreaterThan(100);
    assertThat(plan)
        .filteredOn(row -> row.getAs(RestockPlan.SUPPLIER) != null)
        .hasSizeGreaterThan(plan.size() * 9 / 10)
        .allMatch(row -> row.getAs(RestockPlan.ON_HAND_UNITS) != null)
        .anyMatch(row -> row.<Integer>getAs(RestockPlan.ORDER_CASES) > 0)
        .anyMatch(row -> row.<Integer>getAs(RestockPlan.ORDER_CASES) == 0);
    assertThat(plan)
        .allMatch(row -> row.<String>getAs(RestockPlan.REASON_ES).startsWith("Se espera vender"))
        .noneMatch(row -> row.<String>getAs(RestockPlan.CATEGORY).equals("services"));
  }

  @Test
  void noNumberIsNoneOrEndless() {
    for (String column :
        List.of("expected_units", "safety_stock", "covers_days", "critical_ratio")) {
      assertThat(
              lake.read(RestockPlan.TABLE)
                  .where(column + " < 0 OR isnan(" + column + ") OR " + column + " > 1e9")
                  .count())
          .as(column)
          .isZero();
    }
  }
}
