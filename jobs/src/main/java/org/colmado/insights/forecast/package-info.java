/**
 * Demand to come: models of a day and of the shape of its hours, the back-test that alone judges
 * them, intervals from its errors. Everything of one store is plain Java on its own history; it
 * knows nothing after the day it forecasts from but the calendar, and what files say of weather and
 * events.
 */
package org.colmado.insights.forecast;
