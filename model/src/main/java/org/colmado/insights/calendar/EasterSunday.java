package org.colmado.insights.calendar;

import java.time.LocalDate;

/** The date of Easter in the Gregorian calendar. */
final class EasterSunday {
  private EasterSunday() {}

  /**
   * Easter of the year, 22 March to 25 April. The anonymous Gregorian computus in the form of New
   * Scientist, 30 March 1961, page 828.
   */
  static LocalDate of(int year) {
    int century = year / 100;
    int lunarYear = year % 19;
    int moonCorrection = century - century / 4 - (8 * century + 13) / 25;
    int epact = Math.floorMod(19 * lunarYear + moonCorrection + 15, 30);
    int lateMoon = (lunarYear + 11 * epact) / 319;
    int leapCorrection = 2 * (century % 4) + 2 * (year % 100 / 4) - year % 100 % 4;
    int daysToSunday = Math.floorMod(leapCorrection - epact + lateMoon + 32, 7);
    int dayOfMarch = epact - lateMoon + daysToSunday + 22;

    return LocalDate.of(year, 3, 1).plusDays(dayOfMarch - 1L);
  }
}
