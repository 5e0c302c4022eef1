/**
 * Answers SELECTs on small tables in a second: Spark's own parser, analyzer and expressions, so
 * that the answer is Spark's, but no session and no job.
 */
@OnFloor(Floor.LAKE)
package org.colmado.insights.lake.sql;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
