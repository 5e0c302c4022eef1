package org.colmado.insights.forecast;

import org.colmado.insights.table.DemandForecast;

/** What span a forecast is of. */
enum Granularity {
  HOUR(DemandForecast.HOUR),
  DAY(DemandForecast.DAY),
  WEEK(DemandForecast.WEEK);

  private final String code;

  Granularity(String code) {
    this.code = code;
  }

  /** As tables have it. */
  String code() {
    return code;
  }
}
