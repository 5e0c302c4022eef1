/** Output for people: the summary of a night, answers and tables, on the console or in files. */
@OnFloor(Floor.STAGE)
package org.colmado.insights.summary;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
