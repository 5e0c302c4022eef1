package org.colmado.insights.personas.facts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/**
 * The visits of every segment: one row for each visit and segment family, with segment_type and
 * segment_id, within the window of the night's {@link Segments}.
 */
public final class SegmentVisits {
  private static final String FROM = "counted_from";
  private static final String TO = "counted_to";
  private static final String OF = "of";

  private SegmentVisits() {}

  /**
   * The visits.
   *
   * @param segments rows of one night
   */
  public static Dataset<Row> from(Dataset<Row> features, Dataset<Row> segments) {
    Dataset<Row> windows =
        segments
            .groupBy(col(Segments.STORE_ID))
            .agg(min(Segments.FIRST_ON).as(FROM), max(Segments.LAST_ON).as(TO));
    Column counted = col(TransactionFeatures.BUSINESS_ON).between(col(FROM), col(TO));
    Column families =
        array(
            family("temporal", TransactionFeatures.TEMPORAL_SEGMENT),
            family("basket_value", TransactionFeatures.VALUE_SEGMENT),
            family("product_preference", TransactionFeatures.PREFERENCE_SEGMENT),
            family("mission", TransactionFeatures.MISSION));

    return features
        .where(col(TransactionFeatures.IS_VISIT))
        .join(windows, Segments.STORE_ID)
        .where(counted)
        .select(
            col(TransactionFeatures.STORE_ID),
            col(TransactionFeatures.SALE_ID),
            col(TransactionFeatures.BUSINESS_ON),
            col(TransactionFeatures.HOUR_OF_DAY),
            col(TransactionFeatures.DAY_OF_WEEK),
            col(TransactionFeatures.PAYDAY_WINDOW),
            col(TransactionFeatures.TOTAL_VALUE),
            col(TransactionFeatures.CATEGORIES),
            explode(families).as(OF))
        .where(col(OF + ".id").isNotNull())
        .withColumn(Segments.SEGMENT_TYPE, col(OF + ".type"))
        .withColumn(Segments.SEGMENT_ID, col(OF + ".id"))
        .drop(OF);
  }

  private static Column family(String type, String column) {
    return struct(lit(type).as("type"), col(column).as("id"));
  }
}
