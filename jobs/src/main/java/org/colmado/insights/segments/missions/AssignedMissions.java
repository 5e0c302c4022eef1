package org.colmado.insights.segments.missions;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Assigns every visit to the nearest mission of its store's model. Returns, cancelled tickets and
 * stores without missions get none.
 *
 * @param models in use, by store
 */
public record AssignedMissions(Map<String, MissionModel> models) {
  /** Adds {@link TransactionFeatures#MISSION}. */
  public Dataset<Row> from(Dataset<Row> features) {
    return features.withColumn(
        TransactionFeatures.MISSION,
        models.isEmpty()
            ? lit(null).cast(DataTypes.StringType)
            : when(col(TransactionFeatures.IS_VISIT), nearest()));
  }

  private Column nearest() {
    Map<String, MissionModel> byStore = models;
    UDF2<String, Row, String> nearest =
        (store, visit) -> {
          MissionModel model = byStore.get(store);
          return model == null ? null : model.missionOf(Visit.from(visit));
        };

    return udf(nearest, DataTypes.StringType)
        .apply(col(TransactionFeatures.STORE_ID), Visit.column());
  }
}
