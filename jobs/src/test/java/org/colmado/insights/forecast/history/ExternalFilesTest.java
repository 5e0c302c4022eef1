package org.colmado.insights.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.forecast.model.ModelName;
import org.colmado.insights.forecast.run.ForecastRequest;
import org.colmado.insights.forecast.run.ForecastRules;
import org.colmado.insights.forecast.run.ForecastedStores;
import org.colmado.insights.forecast.run.PriceRules;
import org.colmado.insights.forecast.run.StoreForecaster;
import org.colmado.insights.lake.OptionalFiles;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.BacktestForecasts;
import org.colmado.insights.table.ForecastAccuracy;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalFilesTest {
  private static final String WEATHER = "store_id,on,rain_mm,temperature_max_c";
  private static final String EVENTS = "event,store_id,from_on,to_on";
  private static final int DAYS = 70;

  @TempDir private Path folder;

  private final List<String> problems = new ArrayList<>();

  @Test
  void noFilesAreNoDays() {
    assertThat(read()).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void readsWhatIsSaidOfOneStoreAndOfAll() throws IOException {
    write("weather.csv", WEATHER, "ana,2026-01-06,12.5,", ",2026-01-07,,31");
    write("events.csv", EVENTS, "Serie del Caribe,,2026-01-06,2026-01-08");
    Map<String, List<Row>> byStore = byStore();

    assertThat(problems).isEmpty();
    assertThat(byStore.get("ana")).hasSize(3);
    assertThat(byStore.get("luz")).hasSize(2);
    assertThat(ExternalEffects.of(byStore.get("luz")).get(LocalDate.of(2026, 1, 8)))
        .containsExactly(ExternalEffects.event("serie del caribe"));
  }

  @Test
  void badRowsAreSaidAndLeftOut() throws IOException {
    write(
        "weather.csv",
        WEATHER,
        "ana,06/01/2026,12,30",
        "ana,2026-01-06,mucha,30",
        "ana,2026-01-06,12,99",
        "ana,2026-01-07,0,30");
    write(
        "events.csv",
        EVENTS,
        "Fiesta,ana,2026-01-09,2026-01-08",
        "Feria,ana,2026-01-08,2028-01-08",
        ",ana,2026-01-09,2026-01-10");
    Map<String, List<Row>> byStore = byStore();

    assertThat(problems)
        .hasSize(6)
        .anyMatch(
            p -> p.endsWith("on of '06/01/2026' is '06/01/2026', expected a date as 2026-11-20"))
        .anyMatch(
            p ->
                p.endsWith(
                    "rain_mm of '2026-01-06' is 'mucha', expected a number, 0 to 2000, or nothing"))
        .anyMatch(p -> p.contains("temperature_max_c of '2026-01-06' is '99', expected a number"))
        .anyMatch(p -> p.contains("to_on of 'Fiesta' is '2026-01-08', expected a date"))
        .anyMatch(p -> p.contains("to_on of 'Feria' is '2028-01-08'"))
        .anyMatch(p -> p.contains("event of 'null' is 'null', expected some text"));
    assertThat(byStore.get("ana")).hasSize(1);
  }

  @Test
  void aFileOfOtherColumnsIsSaidAndLeftOut() throws IOException {
    write("weather.csv", "store_id,date,rain_mm", "ana,2026-01-06,12");

    assertThat(read()).isEmpty();
    assertThat(problems).hasSize(1).allMatch(p -> p.endsWith("[on, temperature_max_c]"));
  }

  /** A store of which nothing is said is forecast as if there were no files. */
  @Test
  void onlyStoresWithDaysOfTheirOwnHaveTheModel() throws IOException {
    List<String> lines = new ArrayList<>(List.of(WEATHER));
    for (int day = 0; day < DAYS; day++) {
      lines.add("ana," + SyntheticShop.FIRST.plusDays(day) + "," + (day % 3 == 0 ? 20 : 0) + ",");
    }
    write("weather.csv", lines.toArray(String[]::new));
    List<Row> without = trials(Optional.empty());
    List<Row> with = trials(read());

    assertThat(models(without, "ana")).doesNotContain(ModelName.COMBINED_OUTSIDE.code());
    assertThat(models(with, "luz")).isEqualTo(models(without, "luz"));
    assertThat(models(with, "ana")).contains(ModelName.COMBINED_OUTSIDE.code());
    assertThat(with)
        .filteredOn(row -> !model(row).equals(ModelName.COMBINED_OUTSIDE.code()))
        .containsExactlyInAnyOrderElementsOf(without);
  }

  private static String model(Row row) {
    return row.getAs(BacktestForecasts.MODEL);
  }

  private static Set<String> models(List<Row> rows, String store) {
    return rows.stream()
        .filter(row -> row.getAs(BacktestForecasts.STORE_ID).equals(store))
        .map(ExternalFilesTest::model)
        .collect(Collectors.toSet());
  }

  /** Of two stores, from two origins. */
  private static List<Row> trials(Optional<Dataset<Row>> outside) {
    LocalDate last = SyntheticShop.FIRST.plusDays(DAYS - 1L);
    LocalDate origin = last.minusDays(6);
    StoreSetting setting = new StoreSetting("none", 4);
    StoreForecaster forecaster =
        new StoreForecaster(
            new ForecastRules(7, 8, 7, 60, List.of(), new PriceRules(-0.8, -1.5, -0.3)),
            new ForecastRequest(last, "run", false, List.of(origin), origin),
            Map.of("ana", setting, "luz", setting),
            Map.of(),
            Map.of());
    try (IntermediateResults intermediate = new IntermediateResults()) {
      return new ForecastedStores(forecaster)
          .from(
              hours(),
              none(Sales.STORE_ID, HourlySales.BUSINESS_ON, SaleLines.CATEGORY),
              none(Sales.STORE_ID),
              SparkExtension.session()
                  .createDataFrame(List.of(), SparkTypes.schema(ForecastAccuracy.TABLE)),
              outside,
              intermediate)
          .selectExpr("inline(" + ForecastedStores.TRIALS + ")")
          .collectAsList();
    }
  }

  private static Dataset<Row> hours() {
    List<Row> rows = new ArrayList<>();
    for (String store : List.of("ana", "luz")) {
      for (Row row : SyntheticShop.hours(DAYS, day -> day % 3 == 0 ? 60 : 90, 1)) {
        rows.add(
            RowFactory.create(store, row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
      }
    }
    StructType schema =
        new StructType()
            .add(Sales.STORE_ID, DataTypes.StringType)
            .add(HourlySales.BUSINESS_ON, DataTypes.DateType)
            .add(HourlySales.HOUR, DataTypes.IntegerType)
            .add(HourlySales.STATE, DataTypes.StringType)
            .add(HourlySales.TICKETS, DataTypes.LongType)
            .add(HourlySales.REVENUE, DataTypes.createDecimalType(16, 2));
    return SparkExtension.session().createDataFrame(rows, schema);
  }

  private static Dataset<Row> none(String... key) {
    StructType schema = new StructType();
    for (String column : key) {
      schema =
          schema.add(
              column,
              column.equals(HourlySales.BUSINESS_ON) ? DataTypes.DateType : DataTypes.StringType);
    }
    schema =
        schema.add(
            key.length > 1 ? HistoryColumns.VALUE : ForecastedStores.BASKET_CV,
            DataTypes.DoubleType);
    return SparkExtension.session().createDataFrame(List.of(), schema);
  }

  private Map<String, List<Row>> byStore() {
    return new ExternalDays(read().orElseThrow())
        .byStore(List.of("ana", "luz")).collectAsList().stream()
            .collect(
                Collectors.toMap(
                    row -> row.getAs(Sales.STORE_ID),
                    row -> row.getList(row.fieldIndex(ExternalDays.DAYS))));
  }

  private Optional<Dataset<Row>> read() {
    return new ExternalFiles(
            new OptionalFiles(SparkExtension.session(), List.of(folder.toString()), problems::add))
        .read();
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(folder.resolve(file), List.of(lines));
  }
}
