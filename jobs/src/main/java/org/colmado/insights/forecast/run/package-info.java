/** What a stage or a command calls: forecasts of all stores, and answers to what-if questions. */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.run;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
