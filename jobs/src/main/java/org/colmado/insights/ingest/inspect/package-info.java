/** Looks at a file nobody has mapped yet, and proposes how to read it. No Spark. */
@OnFloor(Floor.WORK)
package org.colmado.insights.ingest.inspect;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
