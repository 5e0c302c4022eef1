/** Demand by product and category, from sales, forecasts and overrides. */
@OnFloor(Floor.WORK)
package org.colmado.insights.plans.demand;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
