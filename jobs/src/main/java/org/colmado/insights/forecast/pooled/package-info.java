/** MLlib models that are trained on the days of all stores at once. */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.pooled;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
