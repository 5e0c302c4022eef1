package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/** What a segment buys and how it pays, as shares (D23, D30). */
final class Mixes {
  private static final int TOP = 5;
  private static final String UNCLASSIFIED = "unclassified";
  private static final String SEGMENT_VALUE = "segment_value";

  private Mixes() {}

  /** One row a segment: top_categories, category_shares, category_lifts. */
  static Dataset<Row> categories(Dataset<Row> visits) {
    Column segment =
        sum("v")
            .over(
                Window.partitionBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID));
    Column ofCategory =
        sum("v").over(Window.partitionBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, "category"));
    Column store = sum("v").over(Window.partitionBy(Segments.STORE_ID, Segments.SEGMENT_TYPE));
    Column ranked =
        array_sort(collect_list(struct(col("share").multiply(-1).as("r"), col("category"))));
    Column known = filter(ranked, entry -> entry.getField("category").notEqual(UNCLASSIFIED));

    return valueByCategory(visits)
        .transform(Families::each)
        .groupBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID, "category")
        .agg(sum(SEGMENT_VALUE).as("v"))
        .withColumn("share", col("v").divide(segment))
        .withColumn("of_category", ofCategory)
        .withColumn(
            "lift",
            when(
                col("of_category").notEqual(0),
                col("share").multiply(store).divide(col("of_category"))))
        .groupBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID)
        .agg(
            slice(transform(known, entry -> entry.getField("category")), 1, TOP)
                .as(Segments.TOP_CATEGORIES),
            shares("category", "share").as(Segments.CATEGORY_SHARES),
            shares("category", "lift").as(Segments.CATEGORY_LIFTS));
  }

  private static Dataset<Row> valueByCategory(Dataset<Row> visits) {
    Column value = col(TransactionFeatures.TOTAL_VALUE).cast("double");

    return visits
        .select(
            col(Segments.STORE_ID),
            col(Families.COLUMNS.get(0)),
            col(Families.COLUMNS.get(1)),
            col(Families.COLUMNS.get(2)),
            value.as("value"),
            explode(col(TransactionFeatures.CATEGORY_WEIGHTS))
                .as(new String[] {"category", "weight"}))
        .groupBy(
            Segments.STORE_ID,
            Families.COLUMNS.get(0),
            Families.COLUMNS.get(1),
            Families.COLUMNS.get(2),
            "category")
        .agg(sum(col("value").multiply(col("weight"))).as(SEGMENT_VALUE));
  }

  /** One row a segment: payment_preferences and payment_value_shares. */
  static Dataset<Row> tenders(Dataset<Row> visits) {
    var segment = Window.partitionBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID);
    Column tender = coalesce(col(TransactionFeatures.PAYMENT_METHOD), lit("unknown"));

    return visits
        .groupBy(
            col(Segments.STORE_ID),
            col(Families.COLUMNS.get(0)),
            col(Families.COLUMNS.get(1)),
            col(Families.COLUMNS.get(2)),
            tender.as("tender"))
        .agg(
            count(lit(1)).as("visits"),
            sum(col(TransactionFeatures.TOTAL_VALUE).cast("double")).as("value"))
        .transform(Families::each)
        .groupBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID, "tender")
        .agg(sum("visits").as("visits"), sum("value").as("value"))
        .withColumn("visit_share", col("visits").divide(sum("visits").over(segment)))
        .withColumn("value_share", col("value").divide(sum("value").over(segment)))
        .groupBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID)
        .agg(
            shares("tender", "visit_share").as(Segments.PAYMENT_PREFERENCES),
            shares("tender", "value_share").as(Segments.PAYMENT_VALUE_SHARES));
  }

  /**
   * A map of what to how much, where that is known, in the order of the keys, so that equal maps
   * are equal rows.
   */
  private static Column shares(String what, String share) {
    Column entry = when(col(share).isNotNull(), struct(col(what), col(share)));

    return map_from_entries(array_sort(collect_list(entry)));
  }
}
