package org.colmado.insights.forecast.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.forecast.history.ExternalDays;
import org.colmado.insights.forecast.history.HistoryColumns;
import org.colmado.insights.forecast.pooled.PooledForecasts;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.BacktestForecasts;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastAccuracy;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Seasonality;

/**
 * Forecasts every store. Each store is one Spark task over its own history and the pooled models'
 * forecasts, so stores run in parallel; adaptive execution does not merge the partitions. The input
 * is hours and days, never tickets.
 */
public record ForecastedStores(StoreForecaster forecaster) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Field of the result: rows of {@link DemandForecast}. */
  public static final String FORECAST = "forecast";

  /** Field of the result: rows of {@link BacktestForecasts}. */
  public static final String TRIALS = "trials";

  /** Field of the result: rows of {@link ForecastAccuracy}. */
  public static final String ACCURACY = "accuracy";

  /** Field of the result: rows of {@link Seasonality}. */
  public static final String SEASONS = "seasons";

  private static final String CHAMPIONS = "champions";

  /** Input column: coefficient of variation of a visit's value. */
  public static final String BASKET_CV = "basket_cv";

  private static final Column CHAMPION =
      struct(
          col(ForecastAccuracy.GRANULARITY),
          col(ForecastAccuracy.MEASURE),
          col(ForecastAccuracy.MODEL),
          col(ForecastAccuracy.BANDS),
          col(ForecastAccuracy.HOLIDAY_SCALE));

  static final StructType ALL =
      new StructType()
          .add(FORECAST, DataTypes.createArrayType(SparkTypes.schema(DemandForecast.TABLE)))
          .add(TRIALS, DataTypes.createArrayType(SparkTypes.schema(BacktestForecasts.TABLE)))
          .add(ACCURACY, DataTypes.createArrayType(SparkTypes.schema(ForecastAccuracy.TABLE)))
          .add(SEASONS, DataTypes.createArrayType(SparkTypes.schema(Seasonality.TABLE)));

  /**
   * One row a store: {@link #FORECAST}, {@link #TRIALS}, {@link #ACCURACY}, {@link #SEASONS}.
   *
   * @param hours rows of {@link HourlySales}, none after the last day to count
   * @param categories store_id, business_on, category, {@link HistoryColumns#VALUE}
   * @param baskets store_id, {@link #BASKET_CV}
   * @param champions rows of {@link ForecastAccuracy} in use; a store without any is back-tested
   * @param outside in the columns of {@link ExternalDays#SCHEMA}; empty: no weather and no events
   * @param intermediate keeps intermediate results
   */
  public Dataset<Row> from(
      Dataset<Row> hours,
      Dataset<Row> categories,
      Dataset<Row> baskets,
      Dataset<Row> champions,
      Optional<Dataset<Row>> outside,
      IntermediateResults intermediate) {
    Column store = col(Sales.STORE_ID);
    Dataset<Row> byStore = HistoryColumns.hoursByStore(hours);
    Dataset<Row> all =
        byStore
            .join(HistoryColumns.categoriesByStore(categories), key(), "left")
            .join(baskets, key(), "left")
            .join(
                champions.groupBy(store).agg(collect_list(CHAMPION).as(CHAMPIONS)), key(), "left");

    PooledForecasts pooled =
        new PooledForecasts(
            forecaster.rules().pooledModels(),
            forecaster.histories(),
            forecaster.run().allOrigins());

    return withExternalDays(withPooled(all, pooled.from(byStore, hours, intermediate)), outside)
        .repartition(Math.max(1, forecaster.byStore().size()), store)
        .select(
            udf(forecaster, ALL)
                .apply(
                    store,
                    col(HistoryColumns.HOURS),
                    col(HistoryColumns.CATEGORIES),
                    col(BASKET_CV),
                    col(CHAMPIONS),
                    col(PooledForecasts.DAYS),
                    col(ExternalDays.DAYS))
                .as("all"))
        .select("all.*");
  }

  private static Dataset<Row> withPooled(Dataset<Row> all, Optional<Dataset<Row>> pooled) {
    return pooled
        .map(days -> all.join(days, key(), "left"))
        .orElseGet(
            () -> all.withColumn(PooledForecasts.DAYS, lit(null).cast(PooledForecasts.TYPE)));
  }

  private Dataset<Row> withExternalDays(Dataset<Row> all, Optional<Dataset<Row>> outside) {
    return outside
        .map(rows -> new ExternalDays(rows).byStore(forecaster.byStore().keySet()))
        .map(days -> all.join(days, key(), "left"))
        .orElseGet(
            () ->
                all.withColumn(
                    ExternalDays.DAYS,
                    lit(null).cast(DataTypes.createArrayType(ExternalDays.DAY))));
  }

  private static String[] key() {
    return List.of(Sales.STORE_ID).toArray(String[]::new);
  }
}
