package org.colmado.insights.forecast.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.CalendarDays;

/** The {@link Effect}s that calendars give to days. */
public final class CalendarEffects {
  private CalendarEffects() {}

  /**
   * Effects by calendar id and day.
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

  /** Merges the effects of two sources, day by day. */
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
