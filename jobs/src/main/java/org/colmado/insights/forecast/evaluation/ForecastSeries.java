package org.colmado.insights.forecast.evaluation;

/**
 * A series that is forecast.
 *
 * @param measure as tables have it
 */
public record ForecastSeries(Granularity granularity, String measure) {}
