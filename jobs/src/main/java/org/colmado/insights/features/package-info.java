/**
 * Tickets to {@link org.colmado.insights.table.TransactionFeatures} and hours to {@link
 * org.colmado.insights.table.HourlySales}. Knows nothing of segments: they are put on its rows by
 * the job.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.features;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
