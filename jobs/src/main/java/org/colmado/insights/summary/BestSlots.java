package org.colmado.insights.summary;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colmado.insights.segments.Peaks;

/**
 * The peak hours and weekdays of a store.
 *
 * @param hours significantly busier than other open hours, in order
 * @param weekdays significantly busier than others, 0 Sunday
 */
record BestSlots(List<Integer> hours, List<Integer> weekdays) {
  static final BestSlots NONE = new BestSlots(List.of(), List.of());

  /** Tickets in an hour the store was open. */
  record OpenHour(LocalDate on, int hour, long tickets) {}

  static BestSlots from(List<OpenHour> open) {
    Peaks hours = Peaks.ofHours();
    Map<LocalDate, Long> days = new HashMap<>();
    for (OpenHour hour : open) {
      hours.opened(hour.hour(), 1);
      hours.visited(hour.hour(), hour.tickets());
      days.merge(hour.on(), hour.tickets(), Long::sum);
    }

    Peaks weekdays = Peaks.ofWeekdays();
    days.forEach(
        (on, tickets) -> {
          int weekday = on.getDayOfWeek().getValue() % 7;
          weekdays.opened(weekday, 1);
          weekdays.visited(weekday, tickets);
        });
    return new BestSlots(hours.found(), weekdays.found());
  }
}
