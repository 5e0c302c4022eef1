package org.colmado.insights.calendar;

import java.time.LocalDate;

/**
 * A day wages are paid.
 *
 * @param nominalOn the agreed date, whatever day of the week it is
 * @param observedOn the day on which wages are actually paid
 */
public record Payday(LocalDate nominalOn, LocalDate observedOn) {}
