package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.BOOLEAN;
import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.TIMESTAMP;
import static org.colmado.insights.schema.ColumnType.decimal;
import static org.colmado.insights.schema.ColumnType.listOf;
import static org.colmado.insights.schema.ColumnType.mapOf;
import static org.colmado.insights.schema.Columns.MONEY;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** What every ticket says about the visit: when, how much, of what, how paid. */
public final class TransactionFeatures {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String SALE_ID = Sales.SALE_ID;
  public static final String SOLD_AT = Sales.SOLD_AT;
  public static final String BUSINESS_ON = Sales.BUSINESS_ON;
  public static final String HOUR_OF_DAY = "hour_of_day";
  public static final String DAY_OF_WEEK = "day_of_week";
  public static final String WEEK_OF_MONTH = "week_of_month";
  public static final String IS_WEEKEND = "is_weekend";
  public static final String IS_FRIDAY_NIGHT = "is_friday_night";
  public static final String IS_PAYROLL_DAY = "is_payroll_day";
  public static final String DAYS_SINCE_PAYDAY = "days_since_payday";
  public static final String PAYDAY_WINDOW = "payday_window";
  public static final String QUINCENA_PHASE = "quincena_phase";
  public static final String IS_HOLIDAY = "is_holiday";
  public static final String IS_HOLIDAY_EVE = "is_holiday_eve";
  public static final String IS_BRIDGE = "is_bridge";
  public static final String IS_REGALIA = "is_regalia";
  public static final String SEASON = "season";
  public static final String TOTAL_VALUE = "total_value";
  public static final String NET_BEFORE_TAX = "net_before_tax";
  public static final String LINE_COUNT = Sales.LINE_COUNT;
  public static final String UNIT_COUNT = "unit_count";
  public static final String AVG_ITEM_PRICE = "avg_item_price";
  public static final String CATEGORIES = "categories";
  public static final String MAIN_CATEGORY = "main_category";
  public static final String CATEGORY_WEIGHTS = "category_weights";
  public static final String CATEGORY_UNIT_WEIGHTS = "category_unit_weights";
  public static final String CATEGORY_LINE_WEIGHTS = "category_line_weights";
  public static final String HAS_ALCOHOL = "has_alcohol";
  public static final String HAS_FRESH_PRODUCE = "has_fresh_produce";
  public static final String HAS_HOUSEHOLD_ITEMS = "has_household_items";
  public static final String HAS_SNACKS = "has_snacks";
  public static final String HAS_BEVERAGES = "has_beverages";
  public static final String PAYMENT_METHOD = Sales.PAYMENT_METHOD;
  public static final String CHANNEL = Sales.CHANNEL;
  public static final String IS_LARGE_BASKET = "is_large_basket";
  public static final String IS_SMALL_BASKET = "is_small_basket";
  public static final String CASHIER_KEY = Sales.CASHIER_KEY;
  public static final String SHIFT_ID = Sales.SHIFT_ID;
  public static final String IS_RETURN = Sales.IS_RETURN;
  public static final String IS_CANCELLED = Sales.IS_CANCELLED;
  public static final String IS_ANONYMOUS = Sales.IS_ANONYMOUS;
  public static final String IS_VISIT = "is_visit";
  public static final String TEMPORAL_SEGMENT = "temporal_segment";
  public static final String VALUE_SEGMENT = "value_segment";
  public static final String PREFERENCE_SEGMENT = "preference_segment";
  public static final String MISSION = "mission";
  public static final String SALE_INGESTED_AT = "sale_ingested_at";
  public static final String RULES_VERSION = "rules_version";

  /** Shares by category. */
  public static final ColumnType WEIGHTS = mapOf(STRING, DOUBLE);

  public static final TableSpec TABLE =
      new TableSpec(
              "transaction_features",
              "One row per ticket of sales, returns and cancellations included and marked",
              List.of(STORE_ID, SALE_ID),
              columns(),
              List.of(
                  new Check("hour_of_day_in_day", HOUR_OF_DAY + " BETWEEN 0 AND 23"),
                  new Check("day_of_week_in_week", DAY_OF_WEEK + " BETWEEN 0 AND 6"),
                  new Check(
                      "price_is_a_number",
                      "coalesce(" + AVG_ITEM_PRICE + " = " + AVG_ITEM_PRICE + ", true)"),
                  new Check(
                      "visits_have_segments",
                      "NOT "
                          + IS_VISIT
                          + " OR ("
                          + TEMPORAL_SEGMENT
                          + " IS NOT NULL AND "
                          + VALUE_SEGMENT
                          + " IS NOT NULL AND "
                          + PREFERENCE_SEGMENT
                          + " IS NOT NULL)")),
              List.of(BUSINESS_ON, STORE_ID))
          .withDeletionVectors();

  private TransactionFeatures() {}

  private static Struct columns() {
    Struct when =
        new Struct()
            .add(Columns.storeId())
            .add(required(SALE_ID, STRING, "Ticket in sales"))
            .add(required(SOLD_AT, TIMESTAMP, "Instant of the sale, UTC"))
            .add(required(BUSINESS_ON, DATE, "Business day; all day columns speak of it"))
            .add(required(HOUR_OF_DAY, INTEGER, "Hour on the store's clock, 0 to 23"))
            .add(required(DAY_OF_WEEK, INTEGER, "0 Sunday to 6 Saturday"))
            .add(required(WEEK_OF_MONTH, INTEGER, "1 to 5: days 1-7, 8-14, 15-21, 22-28, 29-31"))
            .add(required(IS_WEEKEND, BOOLEAN, "Saturday or Sunday"))
            .add(required(IS_FRIDAY_NIGHT, BOOLEAN, "Friday from 18:00 to the day's end"))
            .add(required(IS_PAYROLL_DAY, BOOLEAN, "Wages are paid; false without a calendar"))
            .add(
                optional(
                    DAYS_SINCE_PAYDAY,
                    INTEGER,
                    "Days since wages were paid, 0: today; null: the calendar has no paydays"))
            .add(
                required(
                    PAYDAY_WINDOW,
                    BOOLEAN,
                    "Payday, the two days after and a weekend that follows at once"))
            .add(
                optional(
                    QUINCENA_PHASE,
                    INTEGER,
                    "Days since the last nominal payday; null: the calendar has no paydays"))
            .add(required(IS_HOLIDAY, BOOLEAN, "Public holiday, on the day it is kept"))
            .add(required(IS_HOLIDAY_EVE, BOOLEAN, "The day after is a public holiday"))
            .add(required(IS_BRIDGE, BOOLEAN, "Worked day between a holiday and a free day"))
            .add(required(IS_REGALIA, BOOLEAN, "Christmas wages are being paid"))
            .add(required(SEASON, STRING, "Season of the calendar, or normal"));

    return segments(behaviour(basket(when)));
  }

  private static Struct basket(Struct columns) {
    return columns
        .add(
            required(
                TOTAL_VALUE, MONEY, "Net total of the ticket, ITBIS included; negative: a return"))
        .add(optional(NET_BEFORE_TAX, MONEY, "Net total less ITBIS; null: the source gives no tax"))
        .add(required(LINE_COUNT, INTEGER, "Lines of the ticket, 1 or more"))
        .add(
            optional(
                UNIT_COUNT,
                decimal(14, 3),
                "Units over lines that have a quantity; null: none has"))
        .add(
            optional(
                AVG_ITEM_PRICE,
                DOUBLE,
                "Net value of a unit over lines that have a quantity; null: none has"))
        .add(required(CATEGORIES, listOf(STRING), "Categories on the ticket, in order"))
        .add(required(MAIN_CATEGORY, STRING, "The category of the most money"))
        .add(required(CATEGORY_WEIGHTS, WEIGHTS, "Share of the value by category; adds to 1"))
        .add(
            optional(
                CATEGORY_UNIT_WEIGHTS,
                WEIGHTS,
                "Share of the units by category; adds to 1; null: no line has a quantity"))
        .add(required(CATEGORY_LINE_WEIGHTS, WEIGHTS, "Share of the lines; adds to 1"))
        .add(required(HAS_ALCOHOL, BOOLEAN, "A line of alcohol"))
        .add(required(HAS_FRESH_PRODUCE, BOOLEAN, "A line of fruit or vegetables"))
        .add(required(HAS_HOUSEHOLD_ITEMS, BOOLEAN, "A line of household goods"))
        .add(required(HAS_SNACKS, BOOLEAN, "A line of snacks"))
        .add(required(HAS_BEVERAGES, BOOLEAN, "A line of drinks without alcohol"));
  }

  private static Struct behaviour(Struct columns) {
    return columns
        .add(required(PAYMENT_METHOD, STRING, "As in sales"))
        .add(required(CHANNEL, STRING, "As in sales"))
        .add(required(IS_LARGE_BASKET, BOOLEAN, "In the two upper value bands"))
        .add(required(IS_SMALL_BASKET, BOOLEAN, "In the lowest value band"))
        .add(optional(CASHIER_KEY, STRING, "As in sales; null: not recorded"))
        .add(optional(SHIFT_ID, STRING, "As in sales; null: not recorded"))
        .add(required(IS_RETURN, BOOLEAN, "Goods came back: no visit"))
        .add(required(IS_CANCELLED, BOOLEAN, "Rung up and cancelled: no visit"))
        .add(required(IS_ANONYMOUS, BOOLEAN, "No registered customer on the ticket"))
        .add(required(IS_VISIT, BOOLEAN, "Neither return nor cancelled: counts in segments"));
  }

  private static Struct segments(Struct columns) {
    return columns
        .add(optional(TEMPORAL_SEGMENT, STRING, "Part of the day; null: no visit"))
        .add(optional(VALUE_SEGMENT, STRING, "Band of the basket's value; null: no visit"))
        .add(optional(PREFERENCE_SEGMENT, STRING, "What it was for; null: no visit"))
        .add(
            optional(
                MISSION,
                STRING,
                "Mission of the store's model; null: no visit, or no missions were found"))
        .add(required(SALE_INGESTED_AT, TIMESTAMP, "The version of the sale this is of"))
        .add(
            required(
                RULES_VERSION,
                STRING,
                "Hash of the rules this was built by, and /"
                    + " with the version of the store's missions where it has any"))
        .add(Columns.asOf())
        .add(Columns.runId());
  }
}
