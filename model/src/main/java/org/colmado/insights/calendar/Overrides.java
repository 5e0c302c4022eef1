package org.colmado.insights.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Changes by decree in single years. The years are those of the nominal date.
 *
 * @param added holidays of one year only
 * @param moved holidays observed on another day than their rule says
 * @param removed holidays not kept
 */
record Overrides(List<Added> added, List<Moved> moved, List<Removed> removed) {

  /**
   * A holiday of one year only.
   *
   * @param source the decree, or where it is reported
   */
  record Added(String id, String nameEs, String nameEn, LocalDate date, String source) {
    Holiday holiday() {
      return new Holiday(id, nameEs, nameEn, date, date);
    }
  }

  /** A holiday observed on {@code to} in the year. */
  record Moved(String holiday, int year, LocalDate to, String source) {}

  /** A holiday not kept in the year. */
  record Removed(String holiday, int year, String source) {}

  Overrides {
    added = List.copyOf(added);
    moved = List.copyOf(moved);
    removed = List.copyOf(removed);
  }

  static Overrides none() {
    return new Overrides(List.of(), List.of(), List.of());
  }

  Optional<LocalDate> movedTo(String holiday, int year) {
    return moved.stream()
        .filter(move -> move.holiday().equals(holiday) && move.year() == year)
        .map(Moved::to)
        .findFirst();
  }

  boolean isRemoved(String holiday, int year) {
    return removed.stream()
        .anyMatch(removal -> removal.holiday().equals(holiday) && removal.year() == year);
  }
}
