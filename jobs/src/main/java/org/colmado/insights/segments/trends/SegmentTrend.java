package org.colmado.insights.segments.trends;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.ColumnType.TableColumn;
import org.colmado.insights.table.SegmentTrends;
import org.colmado.insights.text.Language;

/**
 * How one measure of a segment moved.
 *
 * @param now empty: not known
 * @param comparison empty: the months cannot be compared
 * @param text for the owner
 */
record SegmentTrend(
    TrendSeries series, Optional<Double> now, Optional<MonthlyChange> comparison, TrendText text) {
  /** The fields of {@link #toRow()}: columns of {@link SegmentTrends}. */
  static final StructType COLUMNS =
      columns(
          SegmentTrends.SEGMENT_TYPE,
          SegmentTrends.SEGMENT_ID,
          SegmentTrends.MEASURE,
          SegmentTrends.VALUE_NOW,
          SegmentTrends.VALUE_BEFORE,
          SegmentTrends.CHANGE,
          SegmentTrends.CHANGE_LOW,
          SegmentTrends.CHANGE_HIGH,
          SegmentTrends.P_ADJUSTED,
          SegmentTrends.SLOPE_PER_WEEK,
          SegmentTrends.SLOPE_LOW,
          SegmentTrends.SLOPE_HIGH,
          SegmentTrends.VERDICT,
          SegmentTrends.TEXT_ES,
          SegmentTrends.TEXT_EN);

  TrendVerdict verdict() {
    return comparison.map(MonthlyChange::verdict).orElse(TrendVerdict.UNSURE);
  }

  Row toRow() {
    Optional<Interval> change = comparison.map(MonthlyChange::change);
    Optional<Interval> slope = comparison.flatMap(MonthlyChange::slope);

    return RowFactory.create(
        series.type(),
        series.id(),
        series.measure().code(),
        now.orElse(null),
        comparison.map(MonthlyChange::before).orElse(null),
        change.map(Interval::value).orElse(null),
        change.map(Interval::low).orElse(null),
        change.map(Interval::high).orElse(null),
        comparison.map(MonthlyChange::pAdjusted).orElse(null),
        slope.map(Interval::value).orElse(null),
        slope.map(Interval::low).orElse(null),
        slope.map(Interval::high).orElse(null),
        verdict().code(),
        text.in(Language.ES),
        text.in(Language.EN));
  }

  private static StructType columns(String... names) {
    StructType columns = new StructType();
    for (String name : List.of(names)) {
      TableColumn column = SegmentTrends.TABLE.schema().column(name);
      columns = columns.add(name, SparkTypes.of(column.type()), !column.isRequired());
    }
    return columns;
  }
}
