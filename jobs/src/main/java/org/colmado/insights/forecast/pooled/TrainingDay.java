package org.colmado.insights.forecast.pooled;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.forecast.model.Hierarchy;

/**
 * A training row of the pooled models: the features of a day as seen from an earlier origin, and
 * the actual result. Everything is relative to the store's size, so that stores can be pooled.
 *
 * @param weeks of history before the origin
 * @param measure as tables have it
 * @param base forecast of {@link Hierarchy} at the origin, above 0
 * @param ratio actual divided by base; null: not known, or the day does not count
 * @param weight of the row: the inverse of the ratio's variance
 * @param features for tree models ({@link DayFeatures})
 * @param design features for linear models
 */
record TrainingDay(
    LocalDate originOn,
    LocalDate targetOn,
    int weeks,
    String measure,
    double base,
    Double ratio,
    double weight,
    List<Double> features,
    List<Double> design) {
  static final String ORIGIN_ON = "origin_on";
  static final String TARGET_ON = "target_on";
  static final String WEEKS = "weeks";
  static final String MEASURE = "measure";
  static final String BASE = "base";
  static final String RATIO = "ratio";
  static final String WEIGHT = "weight";
  static final String FEATURES = "features";
  static final String DESIGN = "design";

  static final StructType SCHEMA =
      new StructType()
          .add(ORIGIN_ON, DataTypes.DateType)
          .add(TARGET_ON, DataTypes.DateType)
          .add(WEEKS, DataTypes.IntegerType)
          .add(MEASURE, DataTypes.StringType)
          .add(BASE, DataTypes.DoubleType)
          .add(RATIO, DataTypes.DoubleType)
          .add(WEIGHT, DataTypes.DoubleType)
          .add(FEATURES, DataTypes.createArrayType(DataTypes.DoubleType))
          .add(DESIGN, DataTypes.createArrayType(DataTypes.DoubleType));

  TrainingDay {
    features = List.copyOf(features);
    design = List.copyOf(design);
  }

  Row row() {
    return RowFactory.create(
        originOn,
        targetOn,
        weeks,
        measure,
        base,
        ratio,
        weight,
        features.toArray(Double[]::new),
        design.toArray(Double[]::new));
  }
}
