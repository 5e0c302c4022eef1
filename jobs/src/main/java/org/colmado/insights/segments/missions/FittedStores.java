package org.colmado.insights.segments.missions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.table.MissionEvents;
import org.colmado.insights.table.MissionModels;
import org.colmado.insights.table.SegmentQuality;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Fits the missions of every store in a sample. Each store is one Spark task, so stores are fitted
 * in parallel. Only models return to the driver, never visits.
 *
 * @param before state before the fit, by store; a store that is absent was never fitted
 */
public record FittedStores(FitSettings settings, Map<String, Predecessor> before) {
  /** Field of the result: a row of {@link MissionModels}. */
  public static final String MODEL = "model";

  /** Field of the result: rows of {@link SegmentQuality}. */
  public static final String QUALITY = "quality";

  /** Field of the result: rows of {@link MissionEvents}. */
  public static final String EVENTS = "events";

  static final StructType FIT =
      new StructType()
          .add(MODEL, SparkTypes.schema(MissionModels.TABLE))
          .add(QUALITY, DataTypes.createArrayType(SparkTypes.schema(SegmentQuality.TABLE), false))
          .add(EVENTS, DataTypes.createArrayType(SparkTypes.schema(MissionEvents.TABLE), false));

  /**
   * One row a store: {@link #MODEL}, {@link #QUALITY} and {@link #EVENTS}.
   *
   * @param sample features of the drawn visits, with first_on and last_on of their store
   * @param stores number of stores, used as number of partitions
   */
  public Dataset<Row> from(Dataset<Row> sample, int stores) {
    UserDefinedFunction fit = udf(new MissionFit(settings, before), FIT);
    Column visits = struct(collect_list(Visit.column()).as("visits"));

    return sample
        .repartition(stores, col(TransactionFeatures.STORE_ID))
        .groupBy(
            col(TransactionFeatures.STORE_ID),
            col(MissionModels.FIRST_ON),
            col(MissionModels.LAST_ON))
        .agg(visits.as("visits"))
        .select(
            fit.apply(
                    col(TransactionFeatures.STORE_ID),
                    col("visits"),
                    col(MissionModels.FIRST_ON),
                    col(MissionModels.LAST_ON))
                .as("fit"))
        .select("fit.*");
  }
}
