package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** The category of each product as a broadcast map, which replaces a join with the lines. */
public final class ProductLabels implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<Map<String, String>> categories;

  /**
   * @param categories category of every product on the lines, by product_key
   */
  public ProductLabels(SparkSession spark, Map<String, String> categories) {
    this.categories = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(categories);
  }

  /** Category of a product; null where none was decided. */
  String categoryOf(String productKey) {
    return categories.value().get(productKey);
  }

  Column categoryOf(Column productKey) {
    UDF1<String, String> category = key -> categoryOf(key);

    return udf(category, DataTypes.StringType).apply(productKey);
  }
}
