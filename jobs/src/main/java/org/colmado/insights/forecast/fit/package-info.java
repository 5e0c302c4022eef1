/** Regressions and tests in plain Java, on arrays. Knows no store. */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.fit;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
