package org.colmado.insights.forecast.run;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is asked of every store.
 *
 * @param lastOn last day that is known; forecasts begin on the next
 * @param isForecast whether to say what comes after it, or only to judge
 * @param origins days that stores without champions are judged from, in order
 * @param keptFrom trials of origins before it are not given back: intervals needed them
 */
public record ForecastRequest(
    LocalDate lastOn, String runId, boolean isForecast, List<LocalDate> origins, LocalDate keptFrom)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public ForecastRequest {
    origins = List.copyOf(origins);
  }

  /** The origins, and where there is to be a forecast, the day after the last, in order. */
  public List<LocalDate> allOrigins() {
    SortedSet<LocalDate> all = new TreeSet<>(origins);
    if (isForecast) {
      all.add(lastOn.plusDays(1));
    }
    return List.copyOf(all);
  }
}
