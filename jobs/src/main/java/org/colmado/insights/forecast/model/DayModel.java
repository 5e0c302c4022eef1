package org.colmado.insights.forecast.model;

import org.colmado.insights.forecast.history.MeasureHistory;

/** A model that forecasts daily totals. */
public interface DayModel {
  /**
   * Daily totals from the origin on, 0 or more.
   *
   * @param past history with at least one day that counts
   */
  double[] days(MeasureHistory past, int horizon);
}
