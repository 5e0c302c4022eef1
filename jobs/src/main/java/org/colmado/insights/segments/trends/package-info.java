/**
 * How segments move from month to month: ratios of daily totals, their intervals, and the sentences
 * about them. Plain Java on the daily totals of one store; knows no segment rules and no missions.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.segments.trends;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
