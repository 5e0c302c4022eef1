package org.colmado.insights.forecast;

/**
 * What is forecast.
 *
 * @param measure as tables have it
 */
record ForecastSeries(Granularity granularity, String measure) {}
