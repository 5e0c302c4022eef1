/**
 * Association rules: counts of items and pairs, significant rules, and offers for a basket. Works
 * on the rows of {@link org.colmado.insights.table.SaleLines} alone.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.baskets;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
