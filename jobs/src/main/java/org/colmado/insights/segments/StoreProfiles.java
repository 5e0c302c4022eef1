package org.colmado.insights.segments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;

/**
 * Computes the profiles of one store from all of its counts. A store that was never open has none.
 *
 * @param ofRules rule segments, the same for every store
 * @param missions by store; a store that is absent has none
 */
record StoreProfiles(List<Segment> ofRules, Map<String, List<Segment>> missions)
    implements UDF4<String, Row, LocalDate, LocalDate, List<Row>> {

  private static final long serialVersionUID = 1L;

  StoreProfiles {
    ofRules = List.copyOf(ofRules);
  }

  /**
   * Rows of {@link SegmentProfile#COLUMNS}, one a segment.
   *
   * @param counts one field: an array of {@link VisitCounts#COLUMNS}
   */
  @Override
  public List<Row> call(String storeId, Row counts, LocalDate firstOn, LocalDate lastOn) {
    Stream<VisitCount> visits = counts.<Row>getList(0).stream().map(VisitCount::from);

    return from(segments(storeId), StoreTallies.from(visits, firstOn, lastOn))
        .map(SegmentProfile::toRow)
        .toList();
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
