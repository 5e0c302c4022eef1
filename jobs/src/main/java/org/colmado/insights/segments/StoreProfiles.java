package org.colmado.insights.segments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;

/**
 * Profiles the segments of one store, all of its counts at once. A store that was never open has no
 * profile.
 *
 * @param segments all that there are
 */
record StoreProfiles(List<Segment> segments) implements UDF3<Row, LocalDate, LocalDate, List<Row>> {

  private static final long serialVersionUID = 1L;

  StoreProfiles {
    segments = List.copyOf(segments);
  }

  /**
   * Rows of {@link SegmentProfile#COLUMNS}, one a segment.
   *
   * @param counts one field: an array of {@link VisitCounts#COLUMNS}
   */
  @Override
  public List<Row> call(Row counts, LocalDate firstOn, LocalDate lastOn) {
    Stream<VisitCount> visits = counts.<Row>getList(0).stream().map(VisitCount::from);

    return from(StoreTallies.from(visits, firstOn, lastOn)).map(SegmentProfile::toRow).toList();
  }

  /** The profiles, in the order of the segments. */
  Stream<SegmentProfile> from(StoreTallies store) {
    if (store.open().isEmpty()) {
      return Stream.empty();
    }

    Map<String, SegmentProfile.Family> families =
        Families.TYPES.stream()
            .collect(Collectors.toMap(type -> type, type -> family(store, type)));
    return segments.stream()
        .map(
            segment ->
                new SegmentProfile(
                    segment,
                    store.of(segment.type(), segment.id()),
                    families.get(segment.type()),
                    store));
  }

  private SegmentProfile.Family family(StoreTallies store, String type) {
    List<Tally> tallies =
        segments.stream()
            .filter(segment -> segment.type().equals(type))
            .map(segment -> store.of(type, segment.id()))
            .toList();

    return new SegmentProfile.Family(
        tallies.stream().mapToLong(Tally::visits).sum(),
        tallies.stream().mapToLong(Tally::micros).sum());
  }
}
