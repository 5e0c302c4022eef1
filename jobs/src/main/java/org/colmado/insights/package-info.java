/** Where {@code bin/insights} starts the product. */
@OnFloor(Floor.DOOR)
package org.colmado.insights;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
