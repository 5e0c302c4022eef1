/**
 * Finds the missions behind a store's visits, the reasons to come in, and puts every visit into
 * one. Knows nothing of the rule segments: both meet in the tables.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.segments.missions;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
