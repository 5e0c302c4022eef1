package org.colmado.insights.forecast;

/** A model of a series. */
record SeriesModel(ForecastSeries series, ModelName model) {}
