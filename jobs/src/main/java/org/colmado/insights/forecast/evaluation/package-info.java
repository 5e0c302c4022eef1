/**
 * The back-test: forecasts of past days from the data before them, with accuracy, prediction
 * intervals and champions.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.evaluation;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
