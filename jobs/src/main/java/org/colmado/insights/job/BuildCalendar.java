package org.colmado.insights.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.calendar.CalendarRows;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;

/**
 * Keeps {@link CalendarDays}: every day from the first sale to a year and a month ahead, for the
 * calendars the stores use. Written where it is other than the rules in {@code conf/calendars}.
 */
final class BuildCalendar {
  private static final int DAYS_AHEAD = 396;

  private BuildCalendar() {}

  static Outcome run(Run run) {
    Row span = run.lake().read(Sales.TABLE).agg(min(Sales.BUSINESS_ON)).first();
    if (span.isNullAt(0)) {
      return Outcome.NOTHING;
    }

    LocalDate last = run.asOf().plusDays(DAYS_AHEAD);
    Dataset<Row> days =
        new CalendarRows(run.spark(), calendars(run)).from(span.getLocalDate(0), last);
    Dataset<Row> known = run.lake().read(CalendarDays.TABLE).select(columns());
    Set<Row> written = new HashSet<>(known.collectAsList());
    List<Row> wanted = days.select(columns()).collectAsList();
    if (written.containsAll(wanted)) {
      return Outcome.wrote(wanted.size(), 0);
    }

    run.lake()
        .overwrite(CalendarDays.TABLE, days.select(columns()).unionByName(later(known, days)));
    return Outcome.wrote(wanted.size(), wanted.size());
  }

  /** Days that a run of a later day wrote stay: a run of an earlier day takes nothing back. */
  private static Dataset<Row> later(Dataset<Row> known, Dataset<Row> days) {
    return known.join(days, new String[] {CalendarDays.CALENDAR_ID, CalendarDays.ON}, "left_anti");
  }

  private static List<ShopCalendar> calendars(Run run) {
    return run
        .lake()
        .read(Stores.TABLE)
        .select(Stores.CALENDAR_ID)
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> Calendars.read(run.conf(), row.getString(0)))
        .toList();
  }

  private static org.apache.spark.sql.Column[] columns() {
    return java.util.Arrays.stream(CalendarDays.TABLE.schema().fieldNames())
        .map(name -> col(name))
        .toArray(org.apache.spark.sql.Column[]::new);
  }
}
