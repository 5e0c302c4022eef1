/**
 * The input of a forecast: the sales history of a store, and the effects of calendar, weather and
 * events.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.history;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
