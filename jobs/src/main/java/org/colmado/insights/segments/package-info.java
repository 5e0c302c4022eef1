/**
 * Segments: the rules that classify every ticket, and the profile of each segment. Works on the
 * rows of {@link org.colmado.insights.table.TransactionFeatures} alone.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.segments;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
