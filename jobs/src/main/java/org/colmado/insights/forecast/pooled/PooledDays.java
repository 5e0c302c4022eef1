package org.colmado.insights.forecast.pooled;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.Sales;

/**
 * Fits and applies the pooled models over the origins. A model is refitted for every twelve weeks
 * of origins, on the data known at the first of them, and once more for the newest origin.
 *
 * @param models to fit
 * @param origins forecast origins, in order
 */
record PooledDays(List<PooledModel> models, List<LocalDate> origins) {
  static final String MODEL = "model";
  static final String YHAT = "yhat";
  private static final String PREDICTION = "prediction";
  private static final int REFIT_DAYS = 84;

  /**
   * Weeks of history from which a single store is enough: with less, trees lose to exponential
   * smoothing.
   */
  static final int MIN_WEEKS = 54;

  /** Number of stores from which pooling helps at any length of history. */
  static final int MIN_STORES = 3;

  /** Number of stores that the model was trained on. */
  static final String STORES = "stores";

  private static final double HALF_LIFE_DAYS = 180;
  private static final int DIGITS = 6;

  PooledDays {
    models = List.copyOf(models);
    origins = List.copyOf(origins);
  }

  /** A span of origins that share one fitted model. */
  private record Fold(LocalDate from, LocalDate until) {}

  /**
   * store_id, origin_on, target_on, measure, {@link #MODEL}, {@link #YHAT}, {@link #STORES} of the
   * origins; empty if no origin had enough training data.
   *
   * @param trainingDays store_id and {@link TrainingDay#SCHEMA}
   */
  Optional<Dataset<Row>> from(Dataset<Row> trainingDays) {
    Dataset<Row> vectors =
        trainingDays
            .withColumn(PooledModel.TREE_FEATURES, array_to_vector(col(TrainingDay.FEATURES)))
            .withColumn(PooledModel.LINEAR_FEATURES, array_to_vector(col(TrainingDay.DESIGN)));
    List<Dataset<Row>> days = new ArrayList<>();
    for (Fold fold : folds()) {
      Dataset<Row> known = known(vectors, fold.from());
      Row size = known.agg(countDistinct(Sales.STORE_ID), max(TrainingDay.WEEKS)).first();
      if (size.getLong(0) >= MIN_STORES || (!size.isNullAt(1) && size.getInt(1) >= MIN_WEEKS)) {
        Dataset<Row> requested = requested(vectors, fold, size.getLong(0));
        models.forEach(
            model ->
                days.add(
                    predicted(model, model.fitted(known), requested)
                        .withColumn(STORES, lit(size.getLong(0)))));
      }
    }
    return days.stream().reduce(Dataset::union);
  }

  private static Dataset<Row> requested(Dataset<Row> vectors, Fold fold, long stores) {
    Column enough = stores >= MIN_STORES ? lit(true) : col(TrainingDay.WEEKS).geq(MIN_WEEKS);

    return vectors.where(
        col(TrainingDay.ORIGIN_ON).between(lit(fold.from()), lit(fold.until())).and(enough));
  }

  /** Folds from the newest origin backwards; the newest origin has a fold of its own. */
  private List<Fold> folds() {
    List<Fold> folds = new ArrayList<>();
    LocalDate until = origins.get(origins.size() - 1);
    LocalDate from = until;
    for (int i = origins.size() - 2; i >= 0; i--) {
      LocalDate on = origins.get(i);
      if (folds.isEmpty() || on.isBefore(until.minusDays(REFIT_DAYS - 1))) {
        folds.add(new Fold(from, until));
        until = on;
      }
      from = on;
    }
    folds.add(new Fold(from, until));
    return folds;
  }

  /** Training days known before a date, with weights that decay with age. */
  private static Dataset<Row> known(Dataset<Row> vectors, LocalDate before) {
    Column age = datediff(lit(before), col(TrainingDay.TARGET_ON));

    return vectors
        .where(col(TrainingDay.TARGET_ON).lt(lit(before)).and(col(TrainingDay.RATIO).isNotNull()))
        .withColumn(
            PooledModel.WEIGHT,
            col(TrainingDay.WEIGHT).multiply(pow(lit(0.5), age.divide(HALF_LIFE_DAYS))));
  }

  private static Dataset<Row> predicted(
      PooledModel model, PredictionModel<Vector, ?> fitted, Dataset<Row> requested) {
    Column ratio = greatest(lit(0.0), model.ratio(col(PREDICTION)));

    return fitted
        .transform(requested)
        .select(
            col(Sales.STORE_ID),
            col(TrainingDay.ORIGIN_ON),
            col(TrainingDay.TARGET_ON),
            col(TrainingDay.MEASURE),
            lit(model.model().code()).as(MODEL),
            round(col(TrainingDay.BASE).multiply(ratio), DIGITS).as(YHAT));
  }
}
