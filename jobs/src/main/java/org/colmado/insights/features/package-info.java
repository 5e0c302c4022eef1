/**
 * Computes {@link org.colmado.insights.table.TransactionFeatures} from tickets and {@link
 * org.colmado.insights.table.HourlySales} from their hours. Independent of segments: the stage adds
 * those.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.features;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
