/**
 * Asking Grok, the model of xAI, over HTTP: the request, retries, what it cost, and a fake server
 * for tests and rehearsals. Knows nothing of segments; says nothing of the key, to nobody but the
 * server it is for.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.personas.grok;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
