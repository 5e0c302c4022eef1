/** The measures of the scorecard: each from what was written, not from what was meant to be. */
@OnFloor(Floor.WORK)
package org.colmado.insights.scoring;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
