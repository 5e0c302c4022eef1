/**
 * Calendars of shops: holidays, paydays, seasons, and business days. The rules are data in {@code
 * conf/calendars}; no class depends on a country or on the current date.
 */
@OnFloor(Floor.MODEL)
package org.colmado.insights.calendar;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
