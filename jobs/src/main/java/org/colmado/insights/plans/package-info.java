/** Settings of the plans that are made of a forecast. */
@OnFloor(Floor.WORK)
package org.colmado.insights.plans;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
