package org.colmado.insights.segments;

import java.util.List;
import java.util.stream.Stream;
import org.colmado.insights.segments.missions.MissionModel;
import org.colmado.insights.table.TransactionFeatures;

/** The families of segments: each is one view of all visits, and views are never added up (D25). */
final class SegmentFamilies {
  static final String TEMPORAL = "temporal";
  static final String BASKET_VALUE = "basket_value";
  static final String PRODUCT_PREFERENCE = "product_preference";

  static final String MISSION = "mission";

  /** The families, by {@link org.colmado.insights.table.Segments#SEGMENT_TYPE}. */
  static final List<String> TYPES = List.of(TEMPORAL, BASKET_VALUE, PRODUCT_PREFERENCE, MISSION);

  /** Columns of the features that hold a visit's segments, in the order of {@link #TYPES}. */
  static final List<String> COLUMNS =
      List.of(
          TransactionFeatures.TEMPORAL_SEGMENT,
          TransactionFeatures.VALUE_SEGMENT,
          TransactionFeatures.PREFERENCE_SEGMENT,
          TransactionFeatures.MISSION);

  private SegmentFamilies() {}

  /** Every segment of the rules, whether a visit is in it or not (D28). */
  static List<Segment> segments(SegmentRules rules) {
    Stream<Segment> temporal =
        rules.temporal().stream()
            .map(
                part ->
                    new Segment(
                        TEMPORAL,
                        part.id(),
                        part.nameEs(),
                        part.nameEn(),
                        part.descriptionEs(),
                        part.descriptionEn(),
                        null));
    Stream<Segment> value =
        rules.value().bands().stream().map(band -> Segment.of(BASKET_VALUE, band));
    Stream<Segment> groups =
        rules.preference().groups().stream()
            .map(
                group ->
                    new Segment(
                        PRODUCT_PREFERENCE,
                        group.id(),
                        group.nameEs(),
                        group.nameEn(),
                        group.descriptionEs(),
                        group.descriptionEn(),
                        null));
    Stream<Segment> rest = Stream.of(Segment.of(PRODUCT_PREFERENCE, rules.preference().rest()));

    return Stream.of(temporal, value, groups, rest).flatMap(family -> family).toList();
  }

  /** The missions of one store, as segments. */
  static List<Segment> segments(MissionModel model) {
    return model.missions().stream()
        .map(
            mission ->
                new Segment(
                    MISSION,
                    mission.id(),
                    mission.name().es(),
                    mission.name().en(),
                    mission.description().es(),
                    mission.description().en(),
                    mission.confidence()))
        .toList();
  }
}
