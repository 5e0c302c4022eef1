/**
 * What the stages of one run share: settings, lake, as-of day, progress, outcome and records of the
 * run.
 */
@OnFloor(Floor.RUN)
package org.colmado.insights.run;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
