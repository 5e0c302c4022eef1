package org.colmado.insights.forecast.run;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The forecast task, the same for every store.
 *
 * @param lastOn last day with data; the forecast begins on the next day
 * @param isForecast whether to forecast future days, or only to back-test
 * @param origins back-test origins for stores without champions, in order
 * @param keptFrom back-test forecasts of earlier origins are used for intervals but not returned
 */
public record ForecastRequest(
    LocalDate lastOn, String runId, boolean isForecast, List<LocalDate> origins, LocalDate keptFrom)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public ForecastRequest {
    origins = List.copyOf(origins);
  }

  /** The back-test origins and, if there is a forecast, the day after the last, in order. */
  public List<LocalDate> allOrigins() {
    SortedSet<LocalDate> all = new TreeSet<>(origins);
    if (isForecast) {
      all.add(lastOn.plusDays(1));
    }
    return List.copyOf(all);
  }
}
