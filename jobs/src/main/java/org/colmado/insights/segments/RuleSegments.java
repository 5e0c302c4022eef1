package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.colmado.insights.table.TransactionFeatures;
import org.colmado.insights.table.ValueBands;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Assigns every visit to one segment of each family by {@link SegmentRules}. Returns and cancelled
 * tickets get no segment. A store without visits has no bands; its tickets are kept.
 *
 * @param bands rows of {@link ValueBands}; rows of other versions are ignored
 */
public record RuleSegments(SegmentRules rules, Dataset<Row> bands) {
  private static final String BANDS = "bands_of_store";
  private static final String BAND = "band_of_ticket";

  /** Adds the segments and the size flags. */
  public Dataset<Row> from(Dataset<Row> features) {
    return features
        .join(broadcast(bandsOfStores()), new String[] {TransactionFeatures.STORE_ID}, "left")
        .withColumn(BAND, band())
        .withColumn(TransactionFeatures.TEMPORAL_SEGMENT, ofVisit(dayPart()))
        .withColumn(
            TransactionFeatures.VALUE_SEGMENT, ofVisit(col(BAND).getField(ValueBands.SEGMENT_ID)))
        .withColumn(TransactionFeatures.PREFERENCE_SEGMENT, ofVisit(preference()))
        .withColumn(TransactionFeatures.IS_SMALL_BASKET, ofSize(number().equalTo(0)))
        .withColumn(
            TransactionFeatures.IS_LARGE_BASKET,
            ofSize(number().geq(rules.value().firstLargeBand())))
        .drop(BANDS, BAND);
  }

  private Dataset<Row> bandsOfStores() {
    Column band =
        struct(col(ValueBands.BAND), col(ValueBands.FROM_VALUE), col(ValueBands.SEGMENT_ID));

    return bands
        .where(col(ValueBands.BANDS_VERSION).equalTo(rules.version()))
        .groupBy(col(ValueBands.STORE_ID))
        .agg(array_sort(collect_list(band)).as(BANDS));
  }

  /**
   * The highest band that begins at or below the ticket's value (bands are half-open intervals).
   */
  private static Column band() {
    Column value = col(TransactionFeatures.TOTAL_VALUE);
    Column reached = filter(col(BANDS), band -> band.getField(ValueBands.FROM_VALUE).leq(value));

    return when(size(reached).gt(0), element_at(reached, -1));
  }

  private static Column number() {
    return col(BAND).getField(ValueBands.BAND);
  }

  private static Column ofSize(Column is) {
    return coalesce(col(TransactionFeatures.IS_VISIT).and(is), lit(false));
  }

  private static Column ofVisit(Column segment) {
    return when(col(TransactionFeatures.IS_VISIT), segment);
  }

  private Column dayPart() {
    Column hour = col(TransactionFeatures.HOUR_OF_DAY);
    Column segment = lit(null).cast("string");
    for (SegmentRules.DayPart part : rules.temporal()) {
      segment = when(hour.isin(part.hours().toArray()), part.id()).otherwise(segment);
    }
    return segment;
  }

  private Column preference() {
    PurposeRules purposes = PurposeRules.of(rules.preference());
    UDF1<scala.collection.Map<String, Double>, String> decided =
        weights -> purposes.of(CollectionConverters.asJava(weights));

    return udf(decided, DataTypes.StringType).apply(col(TransactionFeatures.CATEGORY_WEIGHTS));
  }
}
