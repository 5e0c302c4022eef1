/**
 * The HTTP client of Grok, the model of xAI: requests, retries, cost and budget. Independent of
 * segments. The key is sent to the configured server only.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.personas.grok;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
