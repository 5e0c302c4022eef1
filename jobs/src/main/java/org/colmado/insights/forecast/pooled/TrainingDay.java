package org.colmado.insights.forecast.pooled;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.forecast.model.Hierarchy;

/**
 * A day as it looked from an origin before it, and what came of it: what pooled models learn from,
 * and what they are asked. Nothing in it tells how large the store is, so that stores can learn
 * from each other.
 *
 * @param weeks of the store before the origin
 * @param measure as tables have it
 * @param base what {@link Hierarchy} said at the origin, above 0
 * @param ratio what came over the base; null: not known, or of a day that teaches nothing
 * @param weight how much the ratio tells: the inverse of its variance
 * @param features as {@link DayFeatures} lists them
 * @param design the same for linear models
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
