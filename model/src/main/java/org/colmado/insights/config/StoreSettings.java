package org.colmado.insights.config;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of a store.
 *
 * @param timeZone of the store
 * @param currency ISO 4217 code
 * @param businessDayStarts a sale before this hour belongs to the day before; 00:00 to 11:59
 * @param calendar name of a file in {@code conf/calendars}, or {@code none}
 * @param openingHours by English weekday in lower case: {@code 07:00-22:00}, past midnight as
 *     {@code 07:00-01:00}, or {@code closed}; a weekday that is absent is learned from the sales
 */
public record StoreSettings(
    ZoneId timeZone,
    String currency,
    LocalTime businessDayStarts,
    String calendar,
    Map<String, String> openingHours) {
  private static final String HOURS = "closed|([01]\\d|2[0-3]):00-([01]\\d|2[0-4]):00";

  public StoreSettings {
    Expect.currency("currency", currency);
    Expect.between("business-day-starts (hour)", businessDayStarts.getHour(), 0, 11);
    openingHours.forEach(StoreSettings::checkHours);
    openingHours = new TreeMap<>(openingHours);
  }

  /** Minutes from midnight to the start of a business day. */
  public int businessDayStartsAtMinute() {
    return businessDayStarts.getHour() * 60 + businessDayStarts.getMinute();
  }

  private static void checkHours(String day, String hours) {
    Expect.matching(
        "opening-hours",
        day,
        "(mon|tues|wednes|thurs|fri|satur|sun)day",
        "an English weekday in lower case");
    Expect.matching(
        "opening-hours." + day.toLowerCase(Locale.ROOT),
        hours,
        HOURS,
        "closed, or full hours as 07:00-22:00");
  }
}
