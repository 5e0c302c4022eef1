/** Breaks rules on purpose, for ArchitectureRulesTest. */
@OnFloor(Floor.LAKE)
package org.colmado.insights.plantedlow;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
