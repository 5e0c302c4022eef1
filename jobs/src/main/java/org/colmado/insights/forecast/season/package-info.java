/** How much of the trade the hours, weekdays, days of the month and the year explain. */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.season;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
