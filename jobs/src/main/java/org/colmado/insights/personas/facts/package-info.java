/** The fact sheet of a segment: figures and names without ids, dates or persons. */
@OnFloor(Floor.WORK)
package org.colmado.insights.personas.facts;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
