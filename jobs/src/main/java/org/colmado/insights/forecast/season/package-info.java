/**
 * Seasonality: the effects of hour, weekday, quincena, month and trend, with significance tests.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.season;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
