package org.colmado.insights.plans.restock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.colmado.insights.testing.ShopRows.FRIDAY;
import static org.colmado.insights.testing.ShopRows.forecast;
import static org.colmado.insights.testing.ShopRows.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.OptionalFiles;
import org.colmado.insights.plans.PlanRules;
import org.colmado.insights.plans.demand.AdjustedForecast;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.RestockPlan;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.testing.ShopRows;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixty days of rice, six a day at RD$100; of salami by amount of money, RD$50 a day where a pound
 * is RD$100; of a top-up; and of a mop, sold long ago.
 */
class RestockPlansTest {
  private static final RestockRules RULES = PlanRules.read(Path.of("../conf/plans.yaml")).restock();
  private static final LocalDate AS_OF = LocalDate.parse(FRIDAY);
  private static final int DAYS = 60;

  @TempDir private Path folder;

  @Test
  void worksFromSalesAloneAndSaysSo() {
    Row rice = plan("arroz", Supplies.NONE, noForecast());

    assertThat(rice.<LocalDate>getAs(RestockPlan.DUE_ON)).isEqualTo(AS_OF.plusDays(3));
    assertThat(rice.<Double>getAs(RestockPlan.EXPECTED_UNITS)).isCloseTo(6, within(0.01));
    assertThat(rice.<Integer>getAs(RestockPlan.ORDER_UNITS)).isBetween(7, 18);
    assertThat(rice.<Object>getAs(RestockPlan.ON_HAND_UNITS)).isNull();
    assertThat(rice.<Object>getAs(RestockPlan.SUPPLIER)).isNull();
    assertThat(rice.<String>getAs(RestockPlan.REASON_ES))
        .startsWith("Se espera vender 6 del 17 ago al 17 ago. Pida ")
        .contains("Sin conteo de inventario", "Sin costo", "Sin suplidor");
    assertThat(rice.<String>getAs(RestockPlan.REASON_EN)).contains("No stock count");
  }

  @Test
  void whatIsSoldByAmountOfMoneyIsCountedInUnits() {
    Row salami = plan("salami", Supplies.NONE, noForecast());

    assertThat(salami.<Double>getAs(RestockPlan.EXPECTED_UNITS)).isCloseTo(0.5, within(0.05));
  }

  @Test
  void whatIsNotStockedOrNotSoldAnyMoreIsNotOrdered() {
    assertThat(plans(Supplies.NONE, noForecast()))
        .extracting(row -> row.<String>getAs(RestockPlan.PRODUCT_KEY))
        .containsExactlyInAnyOrder("arroz", "salami");
  }

  @Test
  void stockAndDeliveriesAreTakenOff() throws IOException {
    write(
        "suppliers.csv",
        "description,supplier,lead_time_days,delivery_weekdays,case_units,shelf_life_days",
        "Arroz,Almacenes,3,3,12,270");
    write("costs.csv", "store_id,valid_from,description,unit_cost", "ana,2026-08-01,ARROZ,80");
    Row without = plan("arroz", read(), noForecast());
    write("stock.csv", "store_id,counted_on,description,units_on_hand", "ana,2026-08-12,arroz,62");
    write("deliveries.csv", "store_id,due_on,description,units", "ana,2026-08-15,Arroz,10");
    Row with = plan("arroz", read(), noForecast());

    assertThat(with.<Double>getAs(RestockPlan.ON_HAND_UNITS)).isEqualTo(62 - 2 * 6);
    assertThat(with.<Double>getAs(RestockPlan.INBOUND_UNITS)).isEqualTo(10);
    assertThat(with.<LocalDate>getAs(RestockPlan.DUE_ON)).isEqualTo(LocalDate.of(2026, 8, 19));
    assertThat(with.<Double>getAs(RestockPlan.EXPECTED_UNITS)).isCloseTo(42, within(0.1));
    assertThat(with.<Integer>getAs(RestockPlan.CASE_UNITS)).isEqualTo(12);
    assertThat(
            without.<Integer>getAs(RestockPlan.ORDER_CASES)
                - with.<Integer>getAs(RestockPlan.ORDER_CASES))
        .isBetween(2, 4);
    assertThat(with.<String>getAs(RestockPlan.REASON_ES))
        .contains("Hay 50 y vienen 10", "caja(s) de 12")
        .doesNotContain("Sin ");
  }

  @Test
  void theForecastOfTheCategoryScalesDemand() {
    Dataset<Row> twice = twice(DemandForecast.OK);

    assertThat(plan("arroz", Supplies.NONE, twice).<Double>getAs(RestockPlan.EXPECTED_UNITS))
        .isCloseTo(12, within(0.1));
  }

  @Test
  void aForecastThatTheOwnerAdjustedIsGivenAsAReason() {
    Row adjusted = plan("arroz", Supplies.NONE, twice(AdjustedForecast.ADJUSTED));
    Row models = plan("arroz", Supplies.NONE, twice(DemandForecast.OK));

    assertThat(adjusted.<String>getAs(RestockPlan.REASON_ES)).contains("ajustado por el dueño");
    assertThat(adjusted.<String>getAs(RestockPlan.REASON_EN)).contains("adjusted by the owner");
    assertThat(models.<String>getAs(RestockPlan.REASON_ES)).doesNotContain("ajustado");
  }

  /** Twice the usual on the day that is ordered for. */
  private static Dataset<Row> twice(String status) {
    return ShopRows.of(
        DemandForecast.TABLE,
        forecast(
            DemandForecast.STATUS,
            status,
            DemandForecast.AS_OF,
            AS_OF,
            DemandForecast.GRANULARITY,
            DemandForecast.DAY,
            DemandForecast.TARGET_ON,
            AS_OF.plusDays(3),
            DemandForecast.TARGET_HOUR,
            -1,
            DemandForecast.MEASURE,
            "revenue:staples",
            DemandForecast.YHAT,
            1_200.0));
  }

  @Test
  void badRowsAreSaidAndLeftOut() throws IOException {
    List<String> problems = new ArrayList<>();
    write(
        "stock.csv",
        "store_id,counted_on,description,units_on_hand",
        "ana,2026-08-14,Arroz,doce",
        "ana,14/08/2026,Arroz,12",
        "ana,2026-08-14,Salami,3");
    write("costs.csv", "store_id,description", "ana,Arroz");
    Supplies supplies =
        new SupplyFiles(
                new OptionalFiles(
                    SparkExtension.session(), List.of(folder.toString()), problems::add))
            .read();

    assertThat(problems)
        .hasSize(3)
        .anyMatch(
            p -> p.endsWith("units_on_hand of 'Arroz' is 'doce', expected a number, 0 or more"))
        .anyMatch(
            p -> p.endsWith("counted_on of 'Arroz' is '14/08/2026', expected a date as 2026-11-20"))
        .anyMatch(p -> p.contains("costs.csv") && p.endsWith("[valid_from, unit_cost]"));
    assertThat(supplies.costs()).isEmpty();
    assertThat(plan("salami", supplies, noForecast()).<Double>getAs(RestockPlan.ON_HAND_UNITS))
        .isEqualTo(3);
  }

  private Supplies read() {
    return new SupplyFiles(
            new OptionalFiles(
                SparkExtension.session(),
                List.of(folder.toString()),
                problem -> {
                  throw new AssertionError(problem);
                }))
        .read();
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(folder.resolve(file), List.of(lines));
  }

  private static Row plan(String product, Supplies supplies, Dataset<Row> forecast) {
    return plans(supplies, forecast).stream()
        .filter(row -> row.<String>getAs(RestockPlan.PRODUCT_KEY).equals(product))
        .findFirst()
        .orElseThrow();
  }

  private static List<Row> plans(Supplies supplies, Dataset<Row> forecast) {
    List<Row> lines = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      LocalDate on = AS_OF.minusDays(day);
      lines.add(sold(on, "arroz", "staples", 6, 600));
      lines.add(sold(on, "salami", "meat", null, 50));
      lines.add(sold(on, "recarga", "services", 1, 100));
    }
    lines.add(sold(AS_OF.minusDays(2), "salami", "meat", 0.1, 10));
    lines.add(sold(AS_OF.minusDays(59), "trapero", "household", 1, 250));

    RestockPlans plans = new RestockPlans(RULES, AS_OF);
    return plans
        .from(plans.soldDays(ShopRows.of(SaleLines.TABLE, lines)), forecast, supplies)
        .collectAsList();
  }

  private static Row sold(LocalDate on, String product, String category, Object units, int amount) {
    return line(
        SaleLines.BUSINESS_ON, on,
        SaleLines.PRODUCT_KEY, product,
        SaleLines.DESCRIPTION, product,
        SaleLines.CATEGORY, category,
        SaleLines.QUANTITY, units,
        SaleLines.AMOUNT, amount,
        SaleLines.IS_RETURN, false,
        SaleLines.IS_CANCELLED, false);
  }

  private static Dataset<Row> noForecast() {
    return ShopRows.of(DemandForecast.TABLE, List.of());
  }
}
