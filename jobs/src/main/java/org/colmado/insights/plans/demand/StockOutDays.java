package org.colmado.insights.plans.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Days on which nobody knows what would have been sold, as the shelf was empty. A count of 0 at the
 * close of a day says that it was: the days after it without a sale are not known, until one sells,
 * goods come, or a count finds some. What was sold on the day itself is the least that was asked
 * for: it stays where it is above the mean, and is not known otherwise.
 *
 * @param counts units at the close, by day
 * @param arrivals days on which goods came
 */
public record StockOutDays(Map<LocalDate, Double> counts, List<LocalDate> arrivals) {
  public StockOutDays {
    counts = new TreeMap<>(counts);
    arrivals = List.copyOf(arrivals);
  }

  /** The same days, with NaN where demand is not known. */
  public DailySeries hiddenIn(DailySeries days) {
    if (!counts.containsValue(0.0)) {
      return days;
    }

    double[] values = days.values();
    double mean = days.mean();
    LocalDate first = days.lastOn().minusDays(days.size() - 1L);
    boolean isEmpty = false;
    for (int day = 0; day < values.length; day++) {
      LocalDate on = first.plusDays(day);
      isEmpty &= !arrivals.contains(on) && !(values[day] > 0);
      Double count = counts.get(on);
      boolean isSoldOut = count != null && count == 0;
      if (isEmpty || (isSoldOut && values[day] <= mean)) {
        values[day] = Double.NaN;
      }
      isEmpty = count == null ? isEmpty : isSoldOut;
    }
    return new DailySeries(first, values);
  }
}
