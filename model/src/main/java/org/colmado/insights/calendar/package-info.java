/**
 * What a date means to a shop: holidays, paydays, seasons, and the business day a sale belongs to.
 * The rules are data, in {@code conf/calendars}; no class here knows a country, and none asks what
 * day it is today.
 */
@OnFloor(Floor.MODEL)
package org.colmado.insights.calendar;

import org.colmado.insights.architecture.Floor;
import org.colmado.insights.architecture.OnFloor;
