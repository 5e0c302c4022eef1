/**
 * What is known of a store before a forecast: its days and hours, the effects of its calendar,
 * weather and events.
 */
@OnFloor(Floor.WORK)
package org.colmado.insights.forecast.history;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
