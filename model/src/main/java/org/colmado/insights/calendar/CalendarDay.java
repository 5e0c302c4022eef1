package org.colmado.insights.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The properties of one day in a calendar. Everything about pay is empty or false if the calendar
 * has no pay rule.
 *
 * @param on the day
 * @param dayOfWeek 0 Sunday to 6 Saturday
 * @param weekOfMonth 1 to 5: days 1-7 are week 1, days 29-31 week 5
 * @param isWeekend as the calendar's file says, Saturday and Sunday in all that ship
 * @param isHoliday a holiday is observed on the day
 * @param holiday its Spanish name; several are joined with " / "
 * @param isHolidayEve a holiday is observed on the next day
 * @param isBridge puente: a working day between a holiday and a weekend or another holiday
 * @param isPayday wages are paid on the day
 * @param daysSincePayday days since the last observed payday; 0 on a payday
 * @param daysUntilPayday days until the next observed payday; 0 on a payday
 * @param paydayWindow the observed payday, the two days after it, and then every weekend day that
 *     follows without a gap. Paid on Wednesday, Thursday or Friday: through Sunday. Paid on Monday
 *     or Tuesday: three days
 * @param quincenaPhase days since the last nominal payday; 0 on it, 15 at most where paydays are
 *     the 15th and 30th
 * @param isRegalia the Christmas salary is being paid
 * @param season id of the first season of the calendar's file that covers the day, else {@code
 *     normal}
 * @param commercialDay Spanish name of a day that affects sales and is not a holiday
 */
public record CalendarDay(
    LocalDate on,
    int dayOfWeek,
    int weekOfMonth,
    boolean isWeekend,
    boolean isHoliday,
    Optional<String> holiday,
    boolean isHolidayEve,
    boolean isBridge,
    boolean isPayday,
    OptionalInt daysSincePayday,
    OptionalInt daysUntilPayday,
    boolean paydayWindow,
    OptionalInt quincenaPhase,
    boolean isRegalia,
    String season,
    Optional<String> commercialDay) {}
