package org.colmado.insights.plans.demand;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Days with censored demand, because the product was out of stock. A stock count of 0 at the close
 * of a day marks a stock-out: the following days without a sale are censored until a sale, a
 * delivery or a positive count. Sales on the day of the count are a lower bound of demand: they are
 * kept if above the mean, else censored.
 *
 * @param counts counted units at the close, by day
 * @param arrivals delivery days
 */
public record CensoredDemand(Map<LocalDate, Double> counts, List<LocalDate> arrivals) {
  public CensoredDemand {
    counts = new TreeMap<>(counts);
    arrivals = List.copyOf(arrivals);
  }

  /** The same series with NaN on censored days. */
  public DailySeries censored(DailySeries days) {
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
