/** What an owner notes: overrides and feedback, as JSON lines that a night ingests. */
@OnFloor(Floor.MODEL)
package org.colmado.insights.note;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
