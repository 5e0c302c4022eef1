package org.colmado.insights.forecast.pooled;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.GBTRegressor;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.RandomForestRegressor;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.forecast.model.Hierarchy;
import org.colmado.insights.forecast.model.ModelName;

/**
 * MLlib regressions that are trained on the days of all stores at once. They predict the ratio of a
 * day's sales to the forecast of {@link Hierarchy}.
 */
public enum PooledModel {
  /** A random forest. */
  @JsonProperty("forest")
  FOREST(ModelName.FOREST) {
    @Override
    PredictionModel<Vector, ?> fitted(Dataset<Row> trainingDays) {
      return new RandomForestRegressor()
          .setNumTrees(60)
          .setMaxDepth(7)
          .setMinInstancesPerNode(10)
          .setFeatureSubsetStrategy("onethird")
          .setSubsamplingRate(0.7)
          .setSeed(SEED)
          .setFeaturesCol(TREE_FEATURES)
          .setLabelCol(TrainingDay.RATIO)
          .setWeightCol(WEIGHT)
          .fit(trainingDays);
    }
  },

  /** Gradient boosted trees. */
  @JsonProperty("boosted")
  BOOSTED(ModelName.BOOSTED) {
    @Override
    PredictionModel<Vector, ?> fitted(Dataset<Row> trainingDays) {
      return new GBTRegressor()
          .setMaxIter(25)
          .setStepSize(0.15)
          .setMaxDepth(3)
          .setMinInstancesPerNode(20)
          .setSubsamplingRate(0.7)
          .setSeed(SEED)
          .setFeaturesCol(TREE_FEATURES)
          .setLabelCol(TrainingDay.RATIO)
          .setWeightCol(WEIGHT)
          .fit(trainingDays);
    }
  },

  /** Ridge regression of the logarithm. */
  @JsonProperty("ridge")
  RIDGE(ModelName.RIDGE) {
    @Override
    PredictionModel<Vector, ?> fitted(Dataset<Row> trainingDays) {
      return new LinearRegression()
          .setRegParam(0.05)
          .setElasticNetParam(0)
          .setFeaturesCol(LINEAR_FEATURES)
          .setLabelCol(LOG_RATIO)
          .setWeightCol(WEIGHT)
          .fit(
              trainingDays.withColumn(
                  LOG_RATIO, log(least(MOST, greatest(LEAST, col(TrainingDay.RATIO))))));
    }

    @Override
    Column ratio(Column prediction) {
      return exp(prediction);
    }
  },

  /** A Poisson regression with logarithmic link. */
  @JsonProperty("pooled_poisson")
  POOLED_POISSON(ModelName.POOLED_POISSON) {
    @Override
    PredictionModel<Vector, ?> fitted(Dataset<Row> trainingDays) {
      return new GeneralizedLinearRegression()
          .setFamily("poisson")
          .setLink("log")
          .setRegParam(0.02)
          .setFeaturesCol(LINEAR_FEATURES)
          .setLabelCol(TrainingDay.RATIO)
          .setWeightCol(WEIGHT)
          .fit(trainingDays);
    }
  };

  static final String WEIGHT = "training_weight";
  static final String TREE_FEATURES = "tree_features";
  static final String LINEAR_FEATURES = "linear_features";
  private static final String LOG_RATIO = "log_ratio";
  private static final Column LEAST = lit(0.2);
  private static final Column MOST = lit(5.0);
  private static final long SEED = 1;

  private final ModelName model;

  PooledModel(ModelName model) {
    this.model = model;
  }

  /**
   * Fits the model.
   *
   * @param trainingDays with ratio, weight and both kinds of features
   */
  abstract PredictionModel<Vector, ?> fitted(Dataset<Row> trainingDays);

  /** Converts the model's prediction to a ratio. */
  Column ratio(Column prediction) {
    return prediction;
  }

  public ModelName model() {
    return model;
  }
}
