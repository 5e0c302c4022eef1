package org.colmado.insights.forecast.evaluation;

import org.colmado.insights.forecast.model.ModelName;

/** A model of a series. */
public record SeriesModel(ForecastSeries series, ModelName model) {}
