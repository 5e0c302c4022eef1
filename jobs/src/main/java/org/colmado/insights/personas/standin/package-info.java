/** A local stand-in for api.x.ai with fault injection. Production code never uses it. */
@OnFloor(Floor.WORK)
package org.colmado.insights.personas.standin;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
