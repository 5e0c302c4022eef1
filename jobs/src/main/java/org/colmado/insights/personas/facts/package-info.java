/** What is known of a segment, as a fact sheet without ids, dates or persons. */
@OnFloor(Floor.WORK)
package org.colmado.insights.personas.facts;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
