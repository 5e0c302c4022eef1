package org.colmado.insights.products;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.colmado.insights.table.ProductCategories.CATALOGUE_CATEGORY;
import static org.colmado.insights.table.ProductCategories.CATEGORY;
import static org.colmado.insights.table.ProductCategories.CATEGORY_GROUP;
import static org.colmado.insights.table.ProductCategories.CONFIDENCE;
import static org.colmado.insights.table.ProductCategories.DECIDED_BY;
import static org.colmado.insights.table.ProductCategories.DESCRIPTION;
import static org.colmado.insights.table.ProductCategories.LEXICON_VERSION;
import static org.colmado.insights.table.ProductCategories.MATCHED;
import static org.colmado.insights.table.ProductCategories.NEEDS_REVIEW;
import static org.colmado.insights.table.ProductCategories.PRODUCT_KEY;

import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Converts product names to {@link org.colmado.insights.table.ProductCategories}. The user-defined
 * function runs once for each distinct name, never for each sale line.
 *
 * @param categoriser decides the category of a name
 */
public record CategorisedProducts(Categoriser categoriser) {
  /** Optional input column: number of lines with this name and label. */
  public static final String LINE_COUNT = "line_count";

  private static final String DECISION = "decision";

  private static final StructType DECISION_TYPE =
      new StructType()
          .add(CATEGORY, DataTypes.StringType)
          .add(CATEGORY_GROUP, DataTypes.StringType)
          .add(CONFIDENCE, DataTypes.DoubleType)
          .add(DECIDED_BY, DataTypes.StringType)
          .add(MATCHED, DataTypes.StringType)
          .add(NEEDS_REVIEW, DataTypes.BooleanType);

  /**
   * Assigns every name to a category.
   *
   * @param names product_key, description, catalogue_category (null: the POS gave none) and, where
   *     known, {@link #LINE_COUNT}; several rows with the same product_key are one product; rows
   *     without a product_key are left out
   */
  public Dataset<Row> from(Dataset<Row> names) {
    return names
        .transform(CategorisedProducts::countedPerLabel)
        .transform(CategorisedProducts::onePerProduct)
        .transform(this::withDecision);
  }

  static Dataset<Row> countedPerLabel(Dataset<Row> names) {
    boolean counted = Arrays.asList(names.columns()).contains(LINE_COUNT);
    Column lines = counted ? coalesce(col(LINE_COUNT), lit(1L)) : lit(0L);

    return names
        .where(col(PRODUCT_KEY).isNotNull())
        .groupBy(PRODUCT_KEY, CATALOGUE_CATEGORY)
        .agg(min(DESCRIPTION).as(DESCRIPTION), sum(lines).as(LINE_COUNT));
  }

  /**
   * Keeps the label with the most lines for each product; on a tie or without counts, the first.
   */
  static Dataset<Row> onePerProduct(Dataset<Row> perLabel) {
    Column label = col(CATALOGUE_CATEGORY);
    Column order = when(label.isNotNull(), struct(col(LINE_COUNT).multiply(-1), label));

    return perLabel
        .groupBy(PRODUCT_KEY)
        .agg(
            coalesce(min(DESCRIPTION), col(PRODUCT_KEY)).as(DESCRIPTION),
            min_by(label, order).as(CATALOGUE_CATEGORY));
  }

  Dataset<Row> withDecision(Dataset<Row> products) {
    Broadcast<Categoriser> everywhere =
        JavaSparkContext.fromSparkContext(products.sparkSession().sparkContext())
            .broadcast(categoriser);
    UserDefinedFunction decision = udf(deciding(everywhere), DECISION_TYPE);

    return products
        .withColumn(DECISION, decision.apply(col(DESCRIPTION), col(CATALOGUE_CATEGORY)))
        .select(
            col(PRODUCT_KEY),
            col(DESCRIPTION),
            col(DECISION + "." + CATEGORY),
            col(DECISION + "." + CATEGORY_GROUP),
            col(DECISION + "." + CONFIDENCE),
            col(DECISION + "." + DECIDED_BY),
            col(DECISION + "." + MATCHED),
            col(CATALOGUE_CATEGORY),
            col(DECISION + "." + NEEDS_REVIEW),
            lit(categoriser.version()).as(LEXICON_VERSION));
  }

  /** The lexicon is broadcast. */
  private static UDF2<String, String, Row> deciding(Broadcast<Categoriser> everywhere) {
    return (description, label) -> {
      Categoriser categoriser = everywhere.value();
      Decision decision = categoriser.categorise(description, Optional.ofNullable(label));
      return RowFactory.create(
          decision.category(),
          categoriser.categories().groupOf(decision.category()),
          decision.confidence(),
          decision.decidedBy().code(),
          decision.matched().orElse(null),
          decision.needsReview());
    };
  }
}
