package org.colmado.insights.segments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.colmado.insights.segments.trends.DailyTotal;
import org.colmado.insights.segments.trends.TrendMeasure;
import org.colmado.insights.segments.trends.TrendSeries;
import org.colmado.insights.text.BilingualText;

/** The daily totals of a store's segments: what its trends are made of. */
final class SegmentDays {
  private static final double MICROS = 1_000_000;

  private SegmentDays() {}

  /** Two series for each segment: its share of the visits of its type, and its mean basket. */
  static List<TrendSeries> series(List<Segment> segments, StoreTallies store) {
    Map<String, SortedMap<LocalDate, Long>> ofTypes = new TreeMap<>();
    for (Segment segment : segments) {
      SortedMap<LocalDate, Long> days =
          ofTypes.computeIfAbsent(segment.type(), type -> new TreeMap<>());
      visits(segment, store).forEach((on, visits) -> days.merge(on, visits, Long::sum));
    }

    return segments.stream()
        .flatMap(
            segment ->
                Stream.of(
                    share(segment, visits(segment, store), ofTypes.get(segment.type())),
                    basket(segment, store)))
        .toList();
  }

  private static SortedMap<LocalDate, Long> visits(Segment segment, StoreTallies store) {
    return store.of(segment.type(), segment.id()).visitsBy(Slot::on);
  }

  private static TrendSeries share(
      Segment segment, SortedMap<LocalDate, Long> visits, SortedMap<LocalDate, Long> ofType) {
    return series(
        segment,
        TrendMeasure.SHARE,
        ofType.entrySet().stream()
            .map(
                day ->
                    new DailyTotal(
                        day.getKey(),
                        (double) visits.getOrDefault(day.getKey(), 0L),
                        (double) day.getValue())));
  }

  private static TrendSeries basket(Segment segment, StoreTallies store) {
    SortedMap<LocalDate, Long> micros = store.of(segment.type(), segment.id()).microsByDay();

    return series(
        segment,
        TrendMeasure.BASKET,
        visits(segment, store).entrySet().stream()
            .map(
                day ->
                    new DailyTotal(
                        day.getKey(), micros.get(day.getKey()) / MICROS, (double) day.getValue())));
  }

  private static TrendSeries series(
      Segment segment, TrendMeasure measure, Stream<DailyTotal> days) {
    return new TrendSeries(
        segment.type(),
        segment.id(),
        new BilingualText(segment.nameEs(), segment.nameEn()),
        measure,
        days.toList());
  }
}
