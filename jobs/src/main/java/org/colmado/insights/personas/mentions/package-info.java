/**
 * Reads the texts of an answer: the numbers, hours, weekdays, names and goods they mention, and the
 * facts that may bear them. It refuses nothing; the checks of {@code claims} do.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.personas.mentions;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
