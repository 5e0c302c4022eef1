/** The measures of the quality scorecard. All are computed from the written tables. */
@OnFloor(Floor.WORK)
package org.colmado.insights.scoring;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
