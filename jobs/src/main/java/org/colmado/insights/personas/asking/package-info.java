/** Asks Grok one question for each segment: prompt, cache, budget, and result rows. */
@OnFloor(Floor.WORK)
package org.colmado.insights.personas.asking;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
