/** What a person reads on the console or in a file: the summary of a night, answers and tables. */
@OnFloor(Floor.STAGE)
package org.colmado.insights.summary;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
