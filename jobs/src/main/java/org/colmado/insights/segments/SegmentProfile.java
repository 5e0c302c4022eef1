package org.colmado.insights.segments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.ColumnType.TableColumn;
import org.colmado.insights.table.Segments;

/**
 * The profile of one segment of a store.
 *
 * @param tally the segment's visits; without visits, all means are null
 * @param family visits and money of all segments of its type
 */
record SegmentProfile(Segment segment, VisitTally tally, Family family, StoreTallies store) {
  /**
   * All segments of a type together.
   *
   * @param micros net total in millionths of the currency
   */
  record Family(long visits, long micros) {}

  /** The fields of {@link #toRow()}: columns of {@link Segments}. */
  static final StructType COLUMNS =
      columns(
          Segments.SEGMENT_TYPE,
          Segments.SEGMENT_ID,
          Segments.SEGMENT_NAME_ES,
          Segments.SEGMENT_NAME_EN,
          Segments.DESCRIPTION_ES,
          Segments.DESCRIPTION_EN,
          Segments.TRANSACTION_COUNT,
          Segments.TRANSACTION_SHARE,
          Segments.REVENUE_TOTAL,
          Segments.REVENUE_SHARE,
          Segments.ANONYMOUS_SHARE,
          Segments.AVG_BASKET_VALUE,
          Segments.AVG_ITEMS_PER_BASKET,
          Segments.VISITS_PER_OPEN_HOUR,
          Segments.PEAK_HOURS,
          Segments.PEAK_DAYS,
          Segments.CONFIDENCE_SCORE,
          Segments.TOP_CATEGORIES,
          Segments.CATEGORY_SHARES,
          Segments.CATEGORY_LIFTS,
          Segments.PAYMENT_PREFERENCES,
          Segments.PAYMENT_VALUE_SHARES,
          Segments.FREQUENCY_PATTERN,
          Segments.ACTIVE_DAY_SHARE);

  private static final int MICRO_DIGITS = 6;
  private static final int CENT_DIGITS = 2;
  private static final double DAILY = 6.0 / 7;
  private static final double WEEKLY = 1.0 / 7;

  Row toRow() {
    SortedMap<String, Double> categories = CategoryShares.shares(tally.microsByCategory());

    return RowFactory.create(
        segment.type(),
        segment.id(),
        segment.nameEs(),
        segment.nameEn(),
        segment.descriptionEs(),
        segment.descriptionEn(),
        tally.visits(),
        share(tally.visits(), family.visits()),
        money().setScale(CENT_DIGITS, RoundingMode.HALF_UP),
        share(tally.micros(), family.micros()),
        perVisit(tally.anonymous()),
        averageBasket(),
        perVisit(tally.lines()),
        (double) tally.visits() / store.open().size(),
        peakHours(),
        peakDays(),
        confidence(),
        CategoryShares.top(categories),
        categories,
        CategoryShares.lifts(categories, store.whole().microsByCategory()),
        CategoryShares.shares(tally.visitsByTender()),
        CategoryShares.shares(tally.microsByTender()),
        frequencyPattern(),
        activeDayShare());
  }

  private BigDecimal money() {
    return BigDecimal.valueOf(tally.micros(), MICRO_DIGITS);
  }

  private BigDecimal averageBasket() {
    return tally.visits() == 0
        ? null
        : money().divide(BigDecimal.valueOf(tally.visits()), CENT_DIGITS, RoundingMode.HALF_UP);
  }

  private Double perVisit(long count) {
    return tally.visits() == 0 ? null : (double) count / tally.visits();
  }

  /** Peaks among the open hours; for a day part, only among its own hours with visits. */
  List<Integer> peakHours() {
    SortedMap<Integer, Long> visits = tally.visitsBy(Slot::hour);
    boolean isOfDay = segment.type().equals(SegmentFamilies.TEMPORAL);
    Peaks peaks = Peaks.ofHours();
    store.open().stream()
        .map(Slot::hour)
        .filter(hour -> !isOfDay || visits.containsKey(hour))
        .forEach(hour -> peaks.opened(hour, 1));
    tally.visitsBySlot().forEach((slot, count) -> peaks.visited(slot.hour(), count));

    return peaks.found();
  }

  List<Integer> peakDays() {
    Peaks peaks = Peaks.ofWeekdays();
    store.openDays().forEach(on -> peaks.opened(Slot.weekday(on), 1));
    tally.visitsBy(Slot::on).forEach((on, count) -> peaks.visited(Slot.weekday(on), count));

    return peaks.found();
  }

  double confidence() {
    return segment.confidence() == null ? measuredConfidence() : segment.confidence();
  }

  private double measuredConfidence() {
    VisitTally whole = store.whole();
    SegmentConfidence confidence = new SegmentConfidence();
    if (segment.type().equals(SegmentFamilies.TEMPORAL)) {
      confidence.compare(tally.visitsByMainCategory(), whole.visitsByMainCategory());
      confidence.compare(tally.visitsByBand(), whole.visitsByBand());
    } else {
      confidence.compare(tally.visitsBy(Slot::hour), whole.visitsBy(Slot::hour));
      confidence.compare(tally.visitsBy(Slot::weekday), whole.visitsBy(Slot::weekday));
    }
    return confidence.score();
  }

  private double activeDayShare() {
    return (double) tally.visitsBy(Slot::on).size() / store.openDays().size();
  }

  private String frequencyPattern() {
    double active = activeDayShare();
    if (active >= DAILY) {
      return "daily";
    }
    if (active >= WEEKLY) {
      return "weekly";
    }
    return active > 0 ? "occasional" : "none";
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static StructType columns(String... names) {
    StructType columns = new StructType();
    for (String name : names) {
      TableColumn column = Segments.TABLE.schema().column(name);
      columns = columns.add(name, SparkTypes.of(column.type()), !column.isRequired());
    }
    return columns;
  }
}
