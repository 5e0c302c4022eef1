package org.colmado.insights.calendar;

import java.util.Optional;
import org.colmado.insights.config.Expect;

/**
 * A holiday of every year.
 *
 * @param id kebab-case, unique in the file
 * @param shift name of a shift rule of the file; absent: always observed on its date
 * @param fromYear first year; absent: no limit
 * @param untilYear last year; absent: no limit
 */
record HolidayRule(
    String id,
    String nameEs,
    String nameEn,
    DateRule date,
    Optional<String> shift,
    Optional<Integer> fromYear,
    Optional<Integer> untilYear) {

  HolidayRule {
    Expect.matching("id", id, "[a-z][a-z0-9-]*", "kebab-case");
  }

  boolean isKeptIn(int year) {
    return year >= fromYear.orElse(Integer.MIN_VALUE)
        && year <= untilYear.orElse(Integer.MAX_VALUE);
  }
}
