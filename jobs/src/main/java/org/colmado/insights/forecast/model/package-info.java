/** The forecast models of one store, and their forecasts from one origin. */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.model;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
