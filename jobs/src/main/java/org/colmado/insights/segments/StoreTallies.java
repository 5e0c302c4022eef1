package org.colmado.insights.segments;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The visit counts of a store within its window, for the whole store and for each segment. */
final class StoreTallies {
  private final VisitTally whole = new VisitTally();
  private final Map<String, Map<String, VisitTally>> segments = new HashMap<>();
  private final SortedSet<Slot> open = new TreeSet<>();

  private StoreTallies() {}

  /**
   * Adds up the counts, in any order.
   *
   * @param counts of visits within the days; of open hours on other days too
   */
  static StoreTallies from(Stream<VisitCount> counts, LocalDate firstOn, LocalDate lastOn) {
    StoreTallies tallies = new StoreTallies();
    counts.forEach(
        count -> {
          switch (count.variable()) {
            case OPEN -> tallies.opened(Slot.parse(count.cell()), firstOn, lastOn);
            case SLOT -> {
              Slot slot = Slot.parse(count.cell());
              tallies.of(count).forEach(tally -> tally.addSlot(slot, count));
            }
            case MAIN_CATEGORY, TENDER, CATEGORY ->
                tallies.of(count).forEach(tally -> tally.addCell(count));
          }
        });
    return tallies;
  }

  private void opened(Slot slot, LocalDate firstOn, LocalDate lastOn) {
    if (!slot.on().isBefore(firstOn) && !slot.on().isAfter(lastOn)) {
      open.add(slot);
    }
  }

  private Stream<VisitTally> of(VisitCount count) {
    Stream<VisitTally> ofSegments =
        SegmentFamilies.TYPES.stream()
            .map(
                type ->
                    segments
                        .computeIfAbsent(type, family -> new HashMap<>())
                        .computeIfAbsent(count.segment(type), id -> new VisitTally()));

    return Stream.concat(Stream.of(whole), ofSegments);
  }

  /** Of all visits. */
  VisitTally whole() {
    return whole;
  }

  /** The counts of one segment; zero if it has no visits. */
  VisitTally of(String type, String id) {
    return segments.getOrDefault(type, Map.of()).getOrDefault(id, new VisitTally());
  }

  /** Hours the store was open in. */
  SortedSet<Slot> open() {
    return open;
  }

  /** Days the store was open on. */
  SortedSet<LocalDate> openDays() {
    return open.stream().map(Slot::on).collect(Collectors.toCollection(TreeSet::new));
  }
}
