package org.colmado.insights.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Working days: neither weekend nor observed holiday. */
record WorkingDays(Set<DayOfWeek> weekend, Holidays holidays) {

  boolean isWeekend(LocalDate date) {
    return weekend.contains(date.getDayOfWeek());
  }

  boolean isHoliday(LocalDate date) {
    return !holidays.on(date).isEmpty();
  }

  boolean isWorked(LocalDate date) {
    return !isWeekend(date) && !isHoliday(date);
  }

  /** A working day between two non-working days, at least one of them a holiday. */
  boolean isBridge(LocalDate date) {
    LocalDate before = date.minusDays(1);
    LocalDate after = date.plusDays(1);
    boolean isBetweenFreeDays = !isWorked(before) && !isWorked(after);

    return isWorked(date) && isBetweenFreeDays && (isHoliday(before) || isHoliday(after));
  }

  LocalDate lastBy(LocalDate date) {
    return isWorked(date) ? date : lastBy(date.minusDays(1));
  }

  LocalDate firstFrom(LocalDate date) {
    return isWorked(date) ? date : firstFrom(date.plusDays(1));
  }
}
