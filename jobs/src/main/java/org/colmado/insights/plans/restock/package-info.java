/** The restock plan: orders by product with safety stock, case sizes and suppliers. */
@OnFloor(Floor.WORK)
package org.colmado.insights.plans.restock;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
