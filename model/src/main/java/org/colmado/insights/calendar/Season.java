package org.colmado.insights.calendar;

import java.time.LocalDate;
import org.colmado.insights.config.Expect;

/**
 * A yearly season.
 *
 * @param id snake_case
 * @param first included
 * @param last included; where it is before {@code first}, the stretch ends in the next year
 */
record Season(String id, DateRule first, DateRule last) {
  Season {
    Expect.matching("id", id, "[a-z][a-z0-9_]*", "snake_case");
  }

  boolean covers(LocalDate date) {
    return begunIn(date.getYear(), date) || begunIn(date.getYear() - 1, date);
  }

  private boolean begunIn(int year, LocalDate date) {
    LocalDate from = first.in(year);
    LocalDate to = last.in(year).isBefore(from) ? last.in(year + 1) : last.in(year);

    return !date.isBefore(from) && !date.isAfter(to);
  }
}
