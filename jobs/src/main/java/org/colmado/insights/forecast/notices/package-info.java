/** What is odd about a store: its sales doubled, a giant sale, a forecast that leans one way. */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.notices;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
