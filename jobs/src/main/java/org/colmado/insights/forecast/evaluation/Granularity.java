package org.colmado.insights.forecast.evaluation;

import org.colmado.insights.table.DemandForecast;

/** The time span of one forecast value: hour, day or week. */
public enum Granularity {
  HOUR(DemandForecast.HOUR),
  DAY(DemandForecast.DAY),
  WEEK(DemandForecast.WEEK);

  private final String code;

  Granularity(String code) {
    this.code = code;
  }

  /** As tables have it. */
  public String code() {
    return code;
  }
}
