package org.colmado.insights.forecast;

/** A way to say what a day will bring. */
interface DayModel {
  ModelName name();

  /**
   * Totals of the days from the origin on, 0 or more.
   *
   * @param past with a day that counts
   */
  double[] days(Past past, int horizon);
}
