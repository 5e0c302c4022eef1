package org.colmado.insights.forecast.pooled;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.forecast.history.HistoryColumns;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.history.StoreSetting;
import org.colmado.insights.forecast.history.SyntheticShop;
import org.colmado.insights.forecast.model.CrossStoreForecasts;
import org.colmado.insights.forecast.model.ModelName;
import org.colmado.insights.forecast.run.ForecastRequest;
import org.colmado.insights.forecast.run.ForecastRules;
import org.colmado.insights.forecast.run.PriceRules;
import org.colmado.insights.forecast.run.StoreForecaster;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Sales;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stores that sell half as much again on the 15th and the 30th, of which no calendar knows. */
class PooledForecastsTest {
  private static final int DAYS = 305;

  /** Days ahead of the last, less one. */
  private static final int FIFTEENTH = 9;

  private static final LocalDate LAST = SyntheticShop.FIRST.plusDays(DAYS - 1L);
  private static final StructType HOURS =
      new StructType()
          .add(Sales.STORE_ID, DataTypes.StringType)
          .add(HourlySales.BUSINESS_ON, DataTypes.DateType)
          .add(HourlySales.HOUR, DataTypes.IntegerType)
          .add(HourlySales.STATE, DataTypes.StringType)
          .add(HourlySales.TICKETS, DataTypes.LongType)
          .add(HourlySales.REVENUE, DataTypes.createDecimalType(16, 2));

  private static final Column HOURS_OF_STORE =
      collect_list(struct("business_on", "hour", "state", "tickets", "revenue"))
          .as(HistoryColumns.HOURS);

  private static Map<ModelName, double[]> ofThree;

  @BeforeAll
  static void askThreeStores() {
    ofThree = tickets(3);
  }

  private static double expected(int day) {
    int ofMonth = SyntheticShop.FIRST.plusDays(day).getDayOfMonth();

    return ofMonth == 15 || ofMonth == 30 ? 300 : 200;
  }

  private static Dataset<Row> hours(int stores) {
    List<Row> rows = new ArrayList<>();
    for (int store = 0; store < stores; store++) {
      for (Row row : SyntheticShop.hours(DAYS, PooledForecastsTest::expected, store + 1)) {
        rows.add(
            RowFactory.create(
                "store-" + store, row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
      }
    }
    return SparkExtension.session().createDataFrame(rows, HOURS);
  }

  private static StoreForecaster forecaster(int stores) {
    Map<String, StoreSetting> settings = new HashMap<>();
    for (int store = 0; store < stores; store++) {
      settings.put("store-" + store, new StoreSetting("none", 4));
    }
    return new StoreForecaster(
        new ForecastRules(
            14, 8, 7, 60, List.of(PooledModel.values()), new PriceRules(-0.8, -1.5, -0.3)),
        new ForecastRequest(LAST, "run", true, List.of(), LAST),
        settings,
        Map.of(),
        Map.of());
  }

  /** Totals of the 14 days to come by model, tickets of the first store. */
  private static Map<ModelName, double[]> tickets(int stores) {
    Dataset<Row> hours = hours(stores);
    StoreForecaster forecaster = forecaster(stores);
    try (IntermediateResults intermediate = new IntermediateResults()) {
      Optional<Dataset<Row>> days =
          new PooledForecasts(
                  forecaster.rules().pooledModels(),
                  forecaster.histories(),
                  forecaster.run().allOrigins())
              .from(hours.groupBy(Sales.STORE_ID).agg(HOURS_OF_STORE), hours, intermediate);
      List<Row> rows =
          days.map(
                  found ->
                      found
                          .where("store_id = 'store-0'")
                          .selectExpr("inline(" + PooledForecasts.DAYS + ")")
                          .collectAsList())
              .orElse(List.of());
      StoreHistory history = SyntheticShop.of(DAYS, PooledForecastsTest::expected, 1);
      return CrossStoreForecasts.of(history.shop(), rows, 14).days(DAYS, DemandForecast.TICKETS);
    }
  }

  @Test
  void boostedTreesLearnTheDaysOfTheMonthFromAllStores() {
    double[] days = ofThree.get(ModelName.BOOSTED);

    for (int h = 0; h < days.length; h++) {
      double expected = expected(DAYS + h);
      assertThat(days[h]).as("day %d ahead", h + 1).isCloseTo(expected, within(0.12 * expected));
    }
  }

  @Test
  void theForestLeansTheSameWay() {
    double[] days = ofThree.get(ModelName.FOREST);
    double others = (Arrays.stream(days).sum() - days[FIFTEENTH]) / (days.length - 1);

    assertThat(days[FIFTEENTH]).isGreaterThan(1.1 * others);
    assertThat(others).isCloseTo(200, within(12.0));
  }

  @ParameterizedTest
  @EnumSource(names = {"RIDGE", "POOLED_POISSON"})
  void linearModelsKeepTheLevel(ModelName model) {
    double[] days = ofThree.get(model);

    assertThat(Arrays.stream(days).sum()).isCloseTo(14 * 205, within(0.06 * 14 * 205));
  }

  @Test
  void twoStoresOfLessThanAYearAreNotAsked() {
    assertThat(tickets(2)).isEmpty();
  }
}
