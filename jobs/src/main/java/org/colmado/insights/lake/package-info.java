/**
 * The lake: {@link org.colmado.insights.lake.Lake} is the only place that touches Delta. Beside it
 * the lock that keeps a second writer out, the small tables that the driver has room for, and the
 * files that a shop may put beside its sales.
 */
@OnFloor(Floor.LAKE)
package org.colmado.insights.lake;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
