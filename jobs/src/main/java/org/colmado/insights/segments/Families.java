package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/** The families of segments: each is one view of all visits, and views are never added up (D25). */
final class Families {
  static final String TEMPORAL = "temporal";
  static final String BASKET_VALUE = "basket_value";
  static final String PRODUCT_PREFERENCE = "product_preference";

  /** Columns of the features that hold a visit's segments. */
  static final List<String> COLUMNS =
      List.of(
          TransactionFeatures.TEMPORAL_SEGMENT,
          TransactionFeatures.VALUE_SEGMENT,
          TransactionFeatures.PREFERENCE_SEGMENT);

  private static final StructType DEFINITIONS =
      new StructType()
          .add(Segments.SEGMENT_TYPE, DataTypes.StringType)
          .add(Segments.SEGMENT_ID, DataTypes.StringType)
          .add(Segments.SEGMENT_NAME_ES, DataTypes.StringType)
          .add(Segments.SEGMENT_NAME_EN, DataTypes.StringType)
          .add(Segments.DESCRIPTION_ES, DataTypes.StringType)
          .add(Segments.DESCRIPTION_EN, DataTypes.StringType);

  private static final String FAMILY = "family";

  private Families() {}

  /** Each row once a family: with segment_type and segment_id in the place of the columns. */
  static Dataset<Row> each(Dataset<Row> rows) {
    Column families =
        array(
            family(TEMPORAL, TransactionFeatures.TEMPORAL_SEGMENT),
            family(BASKET_VALUE, TransactionFeatures.VALUE_SEGMENT),
            family(PRODUCT_PREFERENCE, TransactionFeatures.PREFERENCE_SEGMENT));

    return rows.withColumn(FAMILY, explode(families))
        .withColumn(Segments.SEGMENT_TYPE, col(FAMILY + "." + Segments.SEGMENT_TYPE))
        .withColumn(Segments.SEGMENT_ID, col(FAMILY + "." + Segments.SEGMENT_ID))
        .drop(FAMILY);
  }

  /** Every segment of the rules, whether a visit is in it or not (D28). */
  static Dataset<Row> definitions(SparkSession spark, SegmentRules rules) {
    List<Row> rows = new ArrayList<>();
    rules
        .temporal()
        .forEach(
            part ->
                rows.add(
                    RowFactory.create(
                        TEMPORAL,
                        part.id(),
                        part.nameEs(),
                        part.nameEn(),
                        part.descriptionEs(),
                        part.descriptionEn())));
    rules.value().bands().forEach(band -> rows.add(row(BASKET_VALUE, band)));
    Stream.concat(
            rules.preference().groups().stream()
                .map(
                    group ->
                        new SegmentRules.Named(
                            group.id(),
                            group.nameEs(),
                            group.nameEn(),
                            group.descriptionEs(),
                            group.descriptionEn())),
            Stream.of(rules.preference().rest()))
        .forEach(named -> rows.add(row(PRODUCT_PREFERENCE, named)));

    return spark.createDataFrame(rows, DEFINITIONS);
  }

  private static Row row(String type, SegmentRules.Named named) {
    return RowFactory.create(
        type,
        named.id(),
        named.nameEs(),
        named.nameEn(),
        named.descriptionEs(),
        named.descriptionEn());
  }

  private static Column family(String type, String column) {
    return struct(lit(type).as(Segments.SEGMENT_TYPE), col(column).as(Segments.SEGMENT_ID));
  }
}
