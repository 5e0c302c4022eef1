/** The staffing plan: clerks and riders by hour, from queueing models and shift covering. */
@OnFloor(Floor.WORK)
package org.colmado.insights.plans.staffing;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
