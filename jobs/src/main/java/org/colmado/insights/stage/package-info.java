/**
 * One class for each stage of the night: what it reads, what it writes, which days it does. No
 * stage calls another.
 */
@OnFloor(Floor.STAGE)
package org.colmado.insights.stage;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
