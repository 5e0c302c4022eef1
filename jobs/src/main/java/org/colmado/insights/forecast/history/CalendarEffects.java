package org.colmado.insights.forecast.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.CalendarDays;

/** What calendars say of days that may move sales. */
public final class CalendarEffects {
  private CalendarEffects() {}

  /**
   * By calendar and day.
   *
   * @param rows of {@link CalendarDays}
   */
  public static Map<String, Map<LocalDate, List<Effect>>> of(List<Row> rows) {
    Map<String, Map<LocalDate, List<Effect>>> byCalendar = new HashMap<>();
    for (Row row : rows) {
      byCalendar
          .computeIfAbsent(row.getAs(CalendarDays.CALENDAR_ID), id -> new HashMap<>())
          .put(row.getAs(CalendarDays.ON), Effect.of(row));
    }
    return byCalendar;
  }

  /** All that is said of days by a calendar and by something else. */
  static Map<LocalDate, List<Effect>> together(
      Map<LocalDate, List<Effect>> calendar, Map<LocalDate, List<Effect>> others) {
    Map<LocalDate, List<Effect>> together = new HashMap<>(calendar);
    others.forEach(
        (on, effects) ->
            together.merge(
                on, effects, (said, more) -> Stream.concat(said.stream(), more.stream()).toList()));
    return together;
  }
}
