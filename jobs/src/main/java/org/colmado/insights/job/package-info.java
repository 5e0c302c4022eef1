/** Where a scheduler starts the night by the name of a class. */
@OnFloor(Floor.DOOR)
package org.colmado.insights.job;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
