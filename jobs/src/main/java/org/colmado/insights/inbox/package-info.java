/** The owner's inbox: notes of commands and pages, on their way into the lake. */
@OnFloor(Floor.WORK)
package org.colmado.insights.inbox;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
