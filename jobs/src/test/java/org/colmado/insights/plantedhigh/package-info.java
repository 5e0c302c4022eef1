/** Breaks rules on purpose, for ArchitectureRulesTest. */
@OnFloor(Floor.STAGE)
package org.colmado.insights.plantedhigh;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
