package org.colmado.insights.forecast.evaluation;

/**
 * What is forecast.
 *
 * @param measure as tables have it
 */
public record ForecastSeries(Granularity granularity, String measure) {}
