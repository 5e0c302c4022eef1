package org.colmado.insights.segments;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The counts of the visits of one segment or of a whole store. */
final class VisitTally {
  private static final String UNKNOWN = "unknown";

  private long visits;
  private long micros;
  private long lines;
  private long anonymous;
  private final SortedMap<Slot, Long> visitsBySlot = new TreeMap<>();
  private final SortedMap<LocalDate, Long> microsByDay = new TreeMap<>();
  private final SortedMap<String, Long> visitsByBand = new TreeMap<>();
  private final SortedMap<String, Long> visitsByMainCategory = new TreeMap<>();
  private final SortedMap<String, Long> visitsByTender = new TreeMap<>();
  private final SortedMap<String, Long> microsByTender = new TreeMap<>();
  private final SortedMap<String, Long> microsByCategory = new TreeMap<>();

  /** Adds visits of one hour. */
  void addSlot(Slot slot, VisitCount count) {
    visits += count.visits();
    micros += count.micros();
    lines += count.lines();
    anonymous += count.anonymous();
    visitsBySlot.merge(slot, count.visits(), Long::sum);
    microsByDay.merge(slot.on(), count.micros(), Long::sum);
    add(visitsByBand, count.segment(SegmentFamilies.BASKET_VALUE), count.visits());
  }

  /** Adds the breakdown of visits by another variable. */
  void addCell(VisitCount count) {
    switch (count.variable()) {
      case MAIN_CATEGORY -> add(visitsByMainCategory, count.cell(), count.visits());
      case TENDER -> {
        String tender = count.cell() == null ? UNKNOWN : count.cell();
        add(visitsByTender, tender, count.visits());
        add(microsByTender, tender, count.micros());
      }
      case CATEGORY -> add(microsByCategory, count.cell(), count.micros());
      case SLOT, OPEN ->
          throw new IllegalArgumentException("Cannot add " + count.variable() + " as a cell");
    }
  }

  private static void add(Map<String, Long> sums, String cell, long value) {
    if (cell != null) {
      sums.merge(cell, value, Long::sum);
    }
  }

  long visits() {
    return visits;
  }

  /** Net total in millionths of the currency. */
  long micros() {
    return micros;
  }

  long lines() {
    return lines;
  }

  /** Visits without a customer. */
  long anonymous() {
    return anonymous;
  }

  SortedMap<Slot, Long> visitsBySlot() {
    return visitsBySlot;
  }

  /** Net total by business day, in millionths of the currency. */
  SortedMap<LocalDate, Long> microsByDay() {
    return microsByDay;
  }

  SortedMap<String, Long> visitsByBand() {
    return visitsByBand;
  }

  SortedMap<String, Long> visitsByMainCategory() {
    return visitsByMainCategory;
  }

  SortedMap<String, Long> visitsByTender() {
    return visitsByTender;
  }

  SortedMap<String, Long> microsByTender() {
    return microsByTender;
  }

  SortedMap<String, Long> microsByCategory() {
    return microsByCategory;
  }

  /** Visits grouped by a property of their slot. */
  <K> SortedMap<K, Long> visitsBy(Function<Slot, K> group) {
    return visitsBySlot.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                slot -> group.apply(slot.getKey()),
                TreeMap::new,
                Collectors.summingLong(Map.Entry::getValue)));
  }
}
