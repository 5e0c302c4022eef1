/** Finds what a text claims, and refuses what the facts do not say. */
@OnFloor(Floor.WORK)
package org.colmado.insights.personas.claims;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
