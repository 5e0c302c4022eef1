package org.colmado.insights.calendar;

import java.time.LocalDate;

/**
 * A holiday in one year.
 *
 * @param id of the rule or of the override that added it
 * @param nominalOn the date it commemorates
 * @param observedOn the free day; where it differs, the nominal date is an ordinary day
 */
public record Holiday(
    String id, String nameEs, String nameEn, LocalDate nominalOn, LocalDate observedOn) {}
