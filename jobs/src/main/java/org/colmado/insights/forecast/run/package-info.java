/** Entry points for stages and commands: forecasts of all stores, and what-if answers. */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.run;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
