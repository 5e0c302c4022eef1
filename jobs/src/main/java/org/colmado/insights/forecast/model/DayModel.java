package org.colmado.insights.forecast.model;

import org.colmado.insights.forecast.history.MeasureHistory;

/** A way to say what a day will bring. */
public interface DayModel {
  ModelName name();

  /**
   * Totals of the days from the origin on, 0 or more.
   *
   * @param past with a day that counts
   */
  double[] days(MeasureHistory past, int horizon);
}
