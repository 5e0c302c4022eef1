/** One question to Grok for each segment: prompt, cache, budget and the rows of what came of it. */
@OnFloor(Floor.WORK)
package org.colmado.insights.personas.asking;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
