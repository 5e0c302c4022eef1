/** Opens the Spark session; the only place that names a {@code spark.*} key. */
@OnFloor(Floor.SPARK)
package org.colmado.insights.spark;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
