/** The models of one store, and what they say from one origin on. */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.model;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
