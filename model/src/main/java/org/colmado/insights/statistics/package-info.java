/** Statistics that several parts of the product need, in plain Java without a library. */
@OnFloor(Floor.MODEL)
package org.colmado.insights.statistics;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
