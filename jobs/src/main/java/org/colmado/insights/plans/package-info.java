/** Settings of the staffing and restock plans. */
@OnFloor(Floor.WORK)
package org.colmado.insights.plans;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
