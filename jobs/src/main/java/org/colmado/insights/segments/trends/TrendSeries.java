package org.colmado.insights.segments.trends;

import java.time.LocalDate;
import java.util.List;
import org.colmado.insights.text.BilingualText;

/**
 * The days of one measure of one segment.
 *
 * @param days those with a denominator, in any order
 */
public record TrendSeries(
    String type, String id, BilingualText name, TrendMeasure measure, List<DailyTotal> days) {
  public TrendSeries {
    days = List.copyOf(days);
  }

  /** The days from one to another, both included. */
  List<DailyTotal> between(LocalDate from, LocalDate to) {
    return days.stream().filter(day -> !day.on().isBefore(from) && !day.on().isAfter(to)).toList();
  }

  /** The segment's own visits on these days. */
  double visits(List<DailyTotal> some) {
    return some.stream()
        .mapToDouble(day -> measure == TrendMeasure.SHARE ? day.part() : day.whole())
        .sum();
  }
}
