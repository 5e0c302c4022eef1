package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.BOOLEAN;
import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.TableSpec;

/** The properties of every day in each calendar. */
public final class CalendarDays {
  public static final String CALENDAR_ID = "calendar_id";
  public static final String ON = "on";
  public static final String DAY_OF_WEEK = "day_of_week";
  public static final String WEEK_OF_MONTH = "week_of_month";
  public static final String IS_WEEKEND = "is_weekend";
  public static final String IS_HOLIDAY = "is_holiday";
  public static final String HOLIDAY = "holiday";
  public static final String HOLIDAY_EN = "holiday_en";
  public static final String IS_HOLIDAY_EVE = "is_holiday_eve";
  public static final String IS_BRIDGE = "is_bridge";
  public static final String IS_PAYDAY = "is_payday";
  public static final String DAYS_SINCE_PAYDAY = "days_since_payday";
  public static final String DAYS_UNTIL_PAYDAY = "days_until_payday";
  public static final String PAYDAY_WINDOW = "payday_window";
  public static final String QUINCENA_PHASE = "quincena_phase";
  public static final String IS_REGALIA = "is_regalia";
  public static final String SEASON = "season";
  public static final String COMMERCIAL_DAY = "commercial_day";

  public static final TableSpec TABLE =
      new TableSpec(
          "calendar",
          "One row per calendar and day",
          List.of(CALENDAR_ID, ON),
          schema(),
          List.of(
              new Check("day_of_week_0_to_6", DAY_OF_WEEK + " BETWEEN 0 AND 6"),
              new Check("week_of_month_1_to_5", WEEK_OF_MONTH + " BETWEEN 1 AND 5"),
              new Check("holiday_has_a_name", IS_HOLIDAY + " = (" + HOLIDAY + " IS NOT NULL)"),
              new Check("payday_is_day_0", IS_PAYDAY + " = (" + DAYS_SINCE_PAYDAY + " <=> 0)"),
              new Check("payday_opens_its_window", "NOT " + IS_PAYDAY + " OR " + PAYDAY_WINDOW)));

  private CalendarDays() {}

  private static Struct schema() {
    Struct schema =
        new Struct()
            .add(required(CALENDAR_ID, STRING, "Calendar, as the settings of a store name it"))
            .add(required(ON, DATE, "The day; a business day of the stores on this calendar"))
            .add(required(DAY_OF_WEEK, INTEGER, "0 Sunday to 6 Saturday"))
            .add(required(WEEK_OF_MONTH, INTEGER, "1 to 5; days 29-31 are week 5"))
            .add(required(IS_WEEKEND, BOOLEAN, "Saturday or Sunday, as the calendar says"));

    return withPay(withHolidays(schema))
        .add(required(SEASON, STRING, "The calendar's season: holy_week, christmas, normal..."))
        .add(
            optional(
                COMMERCIAL_DAY,
                STRING,
                "Spanish name of a day that affects sales and is no holiday; null: none"));
  }

  private static Struct withHolidays(Struct schema) {
    return schema
        .add(required(IS_HOLIDAY, BOOLEAN, "A holiday is observed; not the date it moved from"))
        .add(optional(HOLIDAY, STRING, "Its Spanish name; null: no holiday"))
        .add(optional(HOLIDAY_EN, STRING, "Its English name; null: no holiday"))
        .add(required(IS_HOLIDAY_EVE, BOOLEAN, "A holiday is observed on the next day"))
        .add(
            required(
                IS_BRIDGE,
                BOOLEAN,
                "Puente: a working day between a holiday and a weekend or another holiday"));
  }

  private static Struct withPay(Struct schema) {
    return schema
        .add(required(IS_PAYDAY, BOOLEAN, "Wages are in hand; false: not, or no pay rule"))
        .add(
            optional(
                DAYS_SINCE_PAYDAY,
                INTEGER,
                "Days since the last observed payday, 0 on it; null: no pay rule"))
        .add(
            optional(
                DAYS_UNTIL_PAYDAY,
                INTEGER,
                "Days until the next observed payday, 0 on it; null: no pay rule"))
        .add(
            required(
                PAYDAY_WINDOW,
                BOOLEAN,
                "Observed payday, the two days after, and the weekend that follows without a gap"))
        .add(
            optional(
                QUINCENA_PHASE,
                INTEGER,
                "Days since the last nominal payday, 0 on it; null: no pay rule"))
        .add(required(IS_REGALIA, BOOLEAN, "The Christmas salary is being paid"));
  }
}
