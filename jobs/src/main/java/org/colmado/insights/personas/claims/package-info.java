/**
 * The grounding check: takes what a text mentions as its claims and refuses those that the facts do
 * not support.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.personas.claims;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
