/**
 * Parses records to tickets: dates, numbers, marks and rules. Of a customer it reads only whether
 * there is one.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.ingest.ticket;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
