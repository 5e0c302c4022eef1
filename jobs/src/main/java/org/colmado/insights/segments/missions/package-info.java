/**
 * Shopping missions (the reasons for visits): finds them for each store and assigns every visit to
 * one. Independent of the rule segments.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.segments.missions;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
