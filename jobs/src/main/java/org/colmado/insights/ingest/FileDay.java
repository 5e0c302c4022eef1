package org.colmado.insights.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the lake has of the tickets of one file and business day, to hold against the till's report.
 *
 * @param inTheNight sales from two to five in the morning
 * @param tickets sales; neither returns nor cancelled tickets
 * @param sold what they come to, ITBIS included
 * @param returns number of returns
 * @param returned what they come to, 0 or less
 * @param cancelled number of cancelled tickets
 * @param discounts of the sales, 0 or more
 * @param tax in the sales; null: the source does not give it
 */
public record FileDay(
    String file,
    LocalDate day,
    long inTheNight,
    long tickets,
    BigDecimal sold,
    long returns,
    BigDecimal returned,
    long cancelled,
    BigDecimal discounts,
    BigDecimal tax) {}
