package org.colmado.insights.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.TransactionFeatures;
import org.colmado.insights.testing.ShopRows;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.Test;

class StaleDaysTest {
  private static final String RULES = "r2";
  private static final String THURSDAY = "2026-08-13";
  private static final String FRIDAY = ShopRows.FRIDAY;
  private static final String SATURDAY = "2026-08-15";

  // D16: docs/defects.md
  @Test
  void noDayIsStaleOnceItIsBuilt() {
    List<Row> sales = List.of(sale("a", THURSDAY, 1), sale("b", THURSDAY, 2), sale("c", FRIDAY, 1));
    List<Row> built =
        List.of(
            built("a", THURSDAY, 1, RULES),
            built("b", THURSDAY, 2, RULES),
            built("c", FRIDAY, 1, RULES));

    assertThat(stale(sales, built)).isEmpty();
  }

  @Test
  void aDayOfNewTicketsIsStale() {
    assertThat(stale(List.of(sale("a", THURSDAY, 1)), List.of())).containsExactly(THURSDAY);
    assertThat(
            stale(
                List.of(sale("a", THURSDAY, 1), sale("b", THURSDAY, 1)),
                List.of(built("a", THURSDAY, 1, RULES))))
        .containsExactly(THURSDAY);
  }

  // D17: docs/defects.md
  @Test
  void aDayWithAChangedTicketIsStale() {
    assertThat(
            stale(
                List.of(sale("a", THURSDAY, 2), sale("c", FRIDAY, 1)),
                List.of(built("a", THURSDAY, 1, RULES), built("c", FRIDAY, 1, RULES))))
        .containsExactly(THURSDAY);
  }

  @Test
  void aTicketThatMovedMakesBothItsDaysStale() {
    assertThat(
            stale(
                List.of(sale("a", FRIDAY, 2), sale("b", THURSDAY, 1)),
                List.of(built("a", THURSDAY, 1, RULES), built("b", THURSDAY, 1, RULES))))
        .containsExactly(THURSDAY, FRIDAY);
  }

  @Test
  void aDayBuiltByOtherRulesIsStale() {
    assertThat(stale(List.of(sale("a", FRIDAY, 1)), List.of(built("a", FRIDAY, 1, "r1"))))
        .containsExactly(FRIDAY);
  }

  @Test
  void aDayBuiltInPartByOtherRulesIsStale() {
    List<Row> sales = List.of(sale("a", FRIDAY, 1), sale("b", FRIDAY, 1));

    assertThat(stale(sales, List.of(built("a", FRIDAY, 1, "r1"), built("b", FRIDAY, 1, RULES))))
        .containsExactly(FRIDAY);
    assertThat(stale(sales, List.of(built("a", FRIDAY, 1, "r3"), built("b", FRIDAY, 1, RULES))))
        .containsExactly(FRIDAY);
  }

  // D16: docs/defects.md
  @Test
  void daysAfterTheAsOfDayAreLeftAlone() {
    assertThat(
            stale(
                List.of(sale("a", FRIDAY, 1), sale("b", SATURDAY, 1)),
                List.of(built("c", SATURDAY, 1, "r1"))))
        .containsExactly(FRIDAY);
  }

  @Test
  void aDayIsStaleForItsStoreAlone() {
    List<Row> sales =
        List.of(sale("a", FRIDAY, 1), ShopRows.sale(Sales.STORE_ID, "luz", Sales.SALE_ID, "a"));

    assertThat(stale(sales, List.of(built("a", FRIDAY, 1, RULES))))
        .containsExactly("luz " + FRIDAY);
  }

  /** Of the one store. */
  private static Dataset<Row> versions() {
    return SparkExtension.session()
        .createDataFrame(
            List.of(RowFactory.create(ShopRows.STORE, RULES)),
            new StructType()
                .add(Sales.STORE_ID, DataTypes.StringType)
                .add(StaleDays.VERSION, DataTypes.StringType));
  }

  private static List<String> stale(List<Row> sales, List<Row> built) {
    return new StaleDays(LocalDate.parse(FRIDAY), versions())
            .from(
                SalesByHour.from(ShopRows.of(Sales.TABLE, sales)),
                ShopRows.of(TransactionFeatures.TABLE, built))
            .orderBy(Sales.BUSINESS_ON)
            .collectAsList()
            .stream()
            .map(
                row ->
                    row.getString(0).equals(ShopRows.STORE)
                        ? String.valueOf(row.get(1))
                        : row.getString(0) + " " + row.get(1))
            .toList();
  }

  private static Row sale(String id, String on, int version) {
    return ShopRows.sale(
        Sales.SALE_ID, id, Sales.BUSINESS_ON, on, Sales.INGESTED_AT, instant(version));
  }

  private static Row built(String id, String on, int version, String rules) {
    return ShopRows.visit(
        TransactionFeatures.SALE_ID,
        id,
        TransactionFeatures.BUSINESS_ON,
        on,
        TransactionFeatures.SALE_INGESTED_AT,
        instant(version),
        TransactionFeatures.RULES_VERSION,
        rules);
  }

  private static String instant(int version) {
    return "2026-08-2" + version + "T06:00:00Z";
  }
}
