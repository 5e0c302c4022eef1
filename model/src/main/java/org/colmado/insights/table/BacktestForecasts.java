package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** Back-test forecasts of every model: past days forecast from the data before them. */
public final class BacktestForecasts {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String ORIGIN_ON = "origin_on";
  public static final String GRANULARITY = DemandForecast.GRANULARITY;
  public static final String TARGET_ON = DemandForecast.TARGET_ON;
  public static final String TARGET_HOUR = DemandForecast.TARGET_HOUR;
  public static final String MEASURE = DemandForecast.MEASURE;
  public static final String MODEL = DemandForecast.MODEL;
  public static final String YHAT = DemandForecast.YHAT;
  public static final String LO80 = DemandForecast.LO80;
  public static final String HI80 = DemandForecast.HI80;
  public static final String LO95 = DemandForecast.LO95;
  public static final String HI95 = DemandForecast.HI95;
  public static final String ACTUAL = "actual";

  public static final TableSpec TABLE =
      new TableSpec(
          "backtest_forecasts",
          "One row per store, origin, granularity, target, measure and model",
          List.of(STORE_ID, ORIGIN_ON, GRANULARITY, TARGET_ON, TARGET_HOUR, MEASURE, MODEL),
          new Struct()
              .add(Columns.storeId())
              .add(required(ORIGIN_ON, DATE, "First day forecast; only days before it were used"))
              .add(required(GRANULARITY, STRING, "hour, day or week"))
              .add(required(TARGET_ON, DATE, "Business day; of a week the first of its 7"))
              .add(required(TARGET_HOUR, INTEGER, "Hour on the clock; -1: a whole day or week"))
              .add(required(MEASURE, STRING, "tickets, revenue or revenue:CATEGORY"))
              .add(required(MODEL, STRING, "Model; see docs/forecasting.md"))
              .add(required(YHAT, DOUBLE, "Forecast, 0 or more"))
              .add(optional(LO80, DOUBLE, "Bound of the 80 % interval; null: none was made"))
              .add(optional(HI80, DOUBLE, "Bound of the 80 % interval; null: none was made"))
              .add(optional(LO95, DOUBLE, "Bound of the 95 % interval; null: none was made"))
              .add(optional(HI95, DOUBLE, "Bound of the 95 % interval; null: none was made"))
              .add(
                  optional(
                      ACTUAL,
                      DOUBLE,
                      "What came; null: the store was closed, sales are missing, the day is not"
                          + " over, or the hour is not one it is regularly open in"))
              .add(Columns.asOf())
              .add(Columns.runId()),
          List.of(new Check("not_negative", YHAT + " >= 0")),
          List.of(ORIGIN_ON, STORE_ID));

  private BacktestForecasts() {}
}
