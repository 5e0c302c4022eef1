/** One class for each command of {@code bin/insights}. */
@OnFloor(Floor.COMMAND)
package org.colmado.insights.command;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
