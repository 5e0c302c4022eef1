/** Clerks and riders by hour: waiting lines, and shifts that cover them. */
@OnFloor(Floor.WORK)
package org.colmado.insights.plans.staffing;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
