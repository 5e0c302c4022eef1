package org.colmado.insights.segments;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.segments.trends.StoreTrends;
import org.colmado.insights.segments.trends.TrendWindows;

/**
 * Computes the profiles and trends of one store from all of its counts. A store that was never open
 * has none.
 *
 * @param ofRules rule segments, the same for every store
 * @param missions by store; a store that is absent has none
 * @param terms by store; a store that is absent has no trends
 */
record StoreProfiles(
    List<Segment> ofRules, Map<String, List<Segment>> missions, Map<String, Terms> terms)
    implements UDF4<String, Row, LocalDate, LocalDate, Row> {

  private static final long serialVersionUID = 1L;

  /**
   * What a store's trends need beside its counts.
   *
   * @param areOfTodaysRules whether all its visits were assigned by the rules and the model in use
   */
  record Terms(String currency, boolean areOfTodaysRules) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Field of the result: rows of {@link SegmentProfile#COLUMNS}. */
  static final String PROFILES = "profiles";

  /** Field of the result: rows of {@link StoreTrends#COLUMNS}. */
  static final String TRENDS = "trends";

  /** Type of the result. */
  static final StructType RESULT =
      new StructType()
          .add(PROFILES, DataTypes.createArrayType(SegmentProfile.COLUMNS, false))
          .add(TRENDS, DataTypes.createArrayType(StoreTrends.COLUMNS, false));

  StoreProfiles {
    ofRules = List.copyOf(ofRules);
  }

  /**
   * A row of {@link #RESULT}.
   *
   * @param counts one field: an array of {@link VisitCounts#COLUMNS}
   */
  @Override
  public Row call(String storeId, Row counts, LocalDate firstOn, LocalDate lastOn) {
    Stream<VisitCount> visits = counts.<Row>getList(0).stream().map(VisitCount::from);

    StoreTallies store = StoreTallies.from(visits, firstOn, lastOn);
    List<Segment> segments = segments(storeId);
    return RowFactory.create(
        from(segments, store).map(SegmentProfile::toRow).toList(),
        trends(storeId, segments, store, firstOn, lastOn));
  }

  private List<Row> trends(
      String storeId,
      List<Segment> segments,
      StoreTallies store,
      LocalDate firstOn,
      LocalDate lastOn) {
    Terms ofStore = terms.get(storeId);
    if (ofStore == null || store.open().isEmpty()) {
      return List.of();
    }

    TrendWindows windows = new TrendWindows(firstOn, lastOn, ofStore.areOfTodaysRules());
    return new StoreTrends(windows, ofStore.currency()).rows(SegmentDays.series(segments, store));
  }

  /** All segments of a store. */
  List<Segment> segments(String storeId) {
    return Stream.concat(ofRules.stream(), missions.getOrDefault(storeId, List.of()).stream())
        .toList();
  }

  /** The profiles, in the order of the segments. */
  static Stream<SegmentProfile> from(List<Segment> segments, StoreTallies store) {
    if (store.open().isEmpty()) {
      return Stream.empty();
    }

    Map<String, SegmentProfile.Family> families =
        SegmentFamilies.TYPES.stream()
            .collect(Collectors.toMap(type -> type, type -> family(segments, store, type)));
    return segments.stream()
        .map(
            segment ->
                new SegmentProfile(
                    segment,
                    store.of(segment.type(), segment.id()),
                    families.get(segment.type()),
                    store));
  }

  private static SegmentProfile.Family family(
      List<Segment> segments, StoreTallies store, String type) {
    List<VisitTally> tallies =
        segments.stream()
            .filter(segment -> segment.type().equals(type))
            .map(segment -> store.of(type, segment.id()))
            .toList();

    return new SegmentProfile.Family(
        tallies.stream().mapToLong(VisitTally::visits).sum(),
        tallies.stream().mapToLong(VisitTally::micros).sum());
  }
}
