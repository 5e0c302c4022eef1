package org.colmado.insights.segments.trends;

import java.time.LocalDate;

/**
 * One business day of a ratio, such as the visits of a segment over those of the store.
 *
 * @param part numerator of the day
 * @param whole denominator of the day, above 0
 */
public record DailyTotal(LocalDate on, double part, double whole) {}
