/**
 * Delta tables without Spark, through Delta Kernel: reads and writes of small tables take
 * milliseconds, with no session and no job.
 */
@OnFloor(Floor.DELTA)
package org.colmado.insights.delta;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
