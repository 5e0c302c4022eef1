/** Rule-based texts about segments. */
@OnFloor(Floor.WORK)
package org.colmado.insights.personas.wording;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
