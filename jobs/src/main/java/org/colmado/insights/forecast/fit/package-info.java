/** Regressions and statistical tests in plain Java, on arrays. Independent of stores and tables. */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.fit;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
