package org.colmado.insights.segments.trends;

import java.util.Optional;

/**
 * The last four weeks held against the four before.
 *
 * @param before value of the four weeks before
 * @param change now less before
 * @param pAdjusted of no change, adjusted for all changes of the store and night
 * @param slope a week, over all eight; empty: a week is without sales
 */
record MonthlyChange(
    double before,
    Interval change,
    double pAdjusted,
    Optional<Interval> slope,
    TrendVerdict verdict) {}
