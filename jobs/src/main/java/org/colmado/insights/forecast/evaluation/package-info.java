/**
 * The back-test: forecasts of the past from what was known before it, their scores, intervals and
 * champions.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.evaluation;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
