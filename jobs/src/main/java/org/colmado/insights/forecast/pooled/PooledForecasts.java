package org.colmado.insights.forecast.pooled;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.forecast.history.HistoryColumns;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.forecast.history.StoreHistoryReader;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Sales;

/**
 * Forecasts of the models that are trained on all stores at once. They are used only if one store
 * has {@link PooledDays#MIN_WEEKS} weeks of history or there are {@link PooledDays#MIN_STORES}
 * stores: with less data, trees lose to exponential smoothing.
 *
 * @param models may be empty
 * @param origins forecast origins, in order
 */
public record PooledForecasts(
    List<PooledModel> models, StoreHistoryReader histories, List<LocalDate> origins) {
  /** Result column: an array for each store. */
  public static final String DAYS = "pooled_days";

  public static final ArrayType TYPE =
      DataTypes.createArrayType(
          new StructType()
              .add(TrainingDay.ORIGIN_ON, DataTypes.DateType)
              .add(TrainingDay.TARGET_ON, DataTypes.DateType)
              .add(TrainingDay.MEASURE, DataTypes.StringType)
              .add(PooledDays.MODEL, DataTypes.StringType)
              .add(PooledDays.YHAT, DataTypes.DoubleType)
              .add(PooledDays.STORES, DataTypes.LongType));

  /** Number of stores whose training days share a partition. */
  private static final int STORES_A_PARTITION = 50;

  public PooledForecasts {
    models = List.copyOf(models);
    origins = List.copyOf(origins);
  }

  /**
   * store_id, {@link #DAYS}; empty if there is not enough training data.
   *
   * @param hours store_id, hours as {@link TrainingDays} takes them
   * @param sales rows of {@link HourlySales}
   */
  public Optional<Dataset<Row>> from(
      Dataset<Row> hours, Dataset<Row> sales, IntermediateResults intermediate) {
    if (models.isEmpty() || !isEnough(sales)) {
      return Optional.empty();
    }

    Dataset<Row> trainingDays = intermediate.checkpointed(trainingDays(hours));
    Column day =
        struct(
            col(TrainingDay.ORIGIN_ON),
            col(TrainingDay.TARGET_ON),
            col(TrainingDay.MEASURE),
            col(PooledDays.MODEL),
            col(PooledDays.YHAT),
            col(PooledDays.STORES));
    return new PooledDays(models, origins)
        .from(trainingDays)
        .map(intermediate::checkpointed)
        .map(days -> days.groupBy(col(Sales.STORE_ID)).agg(collect_list(day).as(DAYS)));
  }

  private static boolean isEnough(Dataset<Row> sales) {
    Column days = datediff(max(col(HourlySales.BUSINESS_ON)), min(col(HourlySales.BUSINESS_ON)));
    Row spans =
        sales
            .groupBy(col(Sales.STORE_ID))
            .agg(days.as("days"))
            .agg(max("days"), count_if(col("days").gt(TrainingDays.MIN_DAYS)))
            .first();

    return !spans.isNullAt(0)
        && (spans.getInt(0) >= PooledDays.MIN_WEEKS * ShopDays.WEEK
            || spans.getLong(1) >= PooledDays.MIN_STORES);
  }

  /** Training days in a fixed order and few partitions: a forest's result depends on both. */
  private Dataset<Row> trainingDays(Dataset<Row> hours) {
    UserDefinedFunction trainingDays =
        udf(new TrainingDays(histories, origins), DataTypes.createArrayType(TrainingDay.SCHEMA));
    int partitions = 1 + histories.byStore().size() / STORES_A_PARTITION;

    return hours
        .select(
            col(Sales.STORE_ID),
            explode(trainingDays.apply(col(Sales.STORE_ID), col(HistoryColumns.HOURS)))
                .as("training_day"))
        .select(col(Sales.STORE_ID), col("training_day.*"))
        .repartition(partitions, col(Sales.STORE_ID))
        .sortWithinPartitions(
            Sales.STORE_ID, TrainingDay.ORIGIN_ON, TrainingDay.TARGET_ON, TrainingDay.MEASURE);
  }
}
