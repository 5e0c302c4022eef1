package org.colmado.insights.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colmado.insights.config.Expect;

/**
 * Pay rules.
 *
 * @param nominalDays days of the month; one the month does not have is its last day, so 31 is the
 *     last day of every month
 * @param notWorkingDay what happens to a payday on a weekend or holiday
 * @param christmasSalary windows in which the Christmas salary is paid; may be empty
 */
record PayRules(List<Integer> nominalDays, Move notWorkingDay, List<Season> christmasSalary) {

  /** How a payday on a non-working day is moved. */
  enum Move {
    /** To the last working day before it. */
    PREVIOUS,
    /** To the first working day after it. */
    NEXT,
    /** Not moved. */
    SAME
  }

  PayRules {
    Expect.that(!nominalDays.isEmpty(), "nominal-days", nominalDays, "at least one day");
    nominalDays.forEach(day -> Expect.between("nominal-days", day, 1, 31));
    nominalDays = nominalDays.stream().distinct().sorted().toList();
    christmasSalary = List.copyOf(christmasSalary);
  }

  /** Nominal paydays of the year in order. */
  Stream<LocalDate> nominalIn(int year) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> YearMonth.of(year, month))
        .flatMap(this::nominalIn)
        .distinct();
  }

  private Stream<LocalDate> nominalIn(YearMonth month) {
    return nominalDays.stream().map(day -> month.atDay(Math.min(day, month.lengthOfMonth())));
  }
}
