package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/**
 * The demand forecast with prediction intervals. The rows of every night are kept and scored later.
 */
public final class DemandForecast {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String GRANULARITY = "granularity";
  public static final String TARGET_ON = "target_on";
  public static final String TARGET_HOUR = "target_hour";
  public static final String MEASURE = "measure";
  public static final String YHAT = "yhat";
  public static final String LO80 = "lo80";
  public static final String HI80 = "hi80";
  public static final String LO95 = "lo95";
  public static final String HI95 = "hi95";
  public static final String MODEL = "model";
  public static final String STATUS = "status";

  public static final String HOUR = "hour";
  public static final String DAY = "day";
  public static final String WEEK = "week";

  public static final String TICKETS = "tickets";
  public static final String REVENUE = "revenue";

  /** A measure of one category: this and the category's code. */
  public static final String OF_CATEGORY = "revenue:";

  /** Target hour where there is none. */
  public static final int NO_HOUR = -1;

  public static final String OK = "ok";
  public static final String LOW_DATA = "low_data";

  public static final TableSpec TABLE =
      new TableSpec(
          "demand_forecast",
          "One row per store, as-of day, granularity, target and measure",
          List.of(STORE_ID, AS_OF, GRANULARITY, TARGET_ON, TARGET_HOUR, MEASURE),
          new Struct()
              .add(Columns.storeId())
              .add(Columns.asOf())
              .add(required(GRANULARITY, STRING, "hour, day or week"))
              .add(required(TARGET_ON, DATE, "Business day; of a week the first of its 7"))
              .add(
                  required(
                      TARGET_HOUR,
                      INTEGER,
                      "Hour on the store's clock, 0 to 23, within the business day; -1: a whole day"
                          + " or week. An hour without a row is one the store is closed in"))
              .add(
                  required(
                      MEASURE,
                      STRING,
                      "tickets (visits), revenue (net total of the visits, ITBIS included), or"
                          + " revenue:CATEGORY"))
              .add(
                  required(
                      YHAT,
                      DOUBLE,
                      "Forecast, 0 or more, should the store open; money to the cent. Hours add to"
                          + " days, days to weeks, categories to all revenue"))
              .add(required(LO80, DOUBLE, "Lower bound of the 80 % prediction interval; 0 or more"))
              .add(required(HI80, DOUBLE, "Upper bound of the 80 % prediction interval"))
              .add(required(LO95, DOUBLE, "Lower bound of the 95 % prediction interval; 0 or more"))
              .add(required(HI95, DOUBLE, "Upper bound of the 95 % prediction interval"))
              .add(required(MODEL, STRING, "The champion model"))
              .add(
                  required(
                      STATUS,
                      STRING,
                      "ok; low_data: under four weeks of sales, so treat it as a guess"))
              .add(Columns.runId()),
          List.of(
              new Check("granularity_known", GRANULARITY + " IN ('hour', 'day', 'week')"),
              new Check("hour_if_hourly", "(" + GRANULARITY + " = 'hour') = (target_hour >= 0)"),
              new Check("not_negative", YHAT + " >= 0 AND " + LO80 + " >= 0 AND " + LO95 + " >= 0"),
              new Check("bounds_in_order", "lo95 <= lo80 AND lo80 <= hi80 AND hi80 <= hi95"),
              new Check("status_known", STATUS + " IN ('ok', 'low_data')")),
          List.of(AS_OF, STORE_ID));

  private DemandForecast() {}
}
