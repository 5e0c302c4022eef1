package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.colmado.insights.calendar.CalendarRows;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.run.ConfiguredCalendars;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;

/**
 * Maintains {@link CalendarDays}: every day from the first sale to a year and a month ahead, for
 * each calendar in use. Written only if it differs from the rules in {@code conf/calendars}.
 */
public final class BuildCalendar implements Stage {
  private static final int DAYS_AHEAD = 396;

  @Override
  public String name() {
    return "calendar";
  }

  @Override
  public Outcome run(Run run) {
    Row span = run.lake().read(Sales.TABLE).agg(min(Sales.BUSINESS_ON)).first();
    if (span.isNullAt(0)) {
      return Outcome.NOTHING;
    }

    LocalDate last = run.asOf().plusDays(DAYS_AHEAD);
    List<Row> days =
        SparkTypes.rows(new CalendarRows(calendars(run)).from(span.getLocalDate(0), last));
    List<Row> known = run.small().rows(CalendarDays.TABLE);
    if (new HashSet<>(known).containsAll(days)) {
      return Outcome.wrote(days.size(), 0);
    }

    run.small().overwrite(CalendarDays.TABLE, withOthers(days, known));
    return Outcome.wrote(days.size(), days.size());
  }

  /** Keeps days written by a run with a later as-of day. */
  private static List<Row> withOthers(List<Row> days, List<Row> known) {
    Set<List<Object>> given = days.stream().map(BuildCalendar::key).collect(Collectors.toSet());

    return Stream.concat(days.stream(), known.stream().filter(day -> !given.contains(key(day))))
        .toList();
  }

  private static List<Object> key(Row day) {
    Struct columns = CalendarDays.TABLE.schema();
    return List.of(
        day.get(columns.indexOf(CalendarDays.CALENDAR_ID)),
        day.get(columns.indexOf(CalendarDays.ON)));
  }

  private static List<ShopCalendar> calendars(Run run) {
    return run.small().rows(Stores.TABLE).stream()
        .map(store -> store.<String>getAs(Stores.CALENDAR_ID))
        .distinct()
        .map(id -> ConfiguredCalendars.read(run.conf(), id))
        .toList();
  }
}
