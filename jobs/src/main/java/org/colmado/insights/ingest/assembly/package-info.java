/**
 * Puts tickets together from the rows of flat files, and decides which version of a ticket counts.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.ingest.assembly;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
