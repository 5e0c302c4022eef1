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

/**
 * Every issued forecast with its actual value. A forecast is scored as issued, never recomputed.
 */
public final class IssuedScores {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
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
  public static final String ERROR = "error";
  public static final String HORIZON_DAYS = "horizon_days";
  public static final String OVERRIDE_VALUE = "override_value";
  public static final String SCORED_ON = "scored_on";

  public static final TableSpec TABLE =
      new TableSpec(
          "issued_scores",
          "One row per store, as-of day of the forecast, granularity, target and measure, if it is"
              + " known what came",
          List.of(STORE_ID, AS_OF, GRANULARITY, TARGET_ON, TARGET_HOUR, MEASURE),
          scores(forecast()),
          List.of(
              new Check("error_is_the_difference", "abs(error - (actual - yhat)) <= 0.01"),
              new Check("issued_before", HORIZON_DAYS + " >= 1"),
              new Check("scored_afterwards", SCORED_ON + " >= " + TARGET_ON),
              new Check("override_not_negative", "override_value IS NULL OR override_value >= 0")),
          List.of(TARGET_ON, STORE_ID));

  private IssuedScores() {}

  private static Struct forecast() {
    return new Struct()
        .add(Columns.storeId())
        .add(Columns.asOf())
        .add(required(GRANULARITY, STRING, "hour, day or week"))
        .add(required(TARGET_ON, DATE, "Business day; of a week the first of its 7"))
        .add(required(TARGET_HOUR, INTEGER, "Hour on the clock; -1: a whole day or week"))
        .add(required(MEASURE, STRING, "tickets, revenue or revenue:CATEGORY"))
        .add(required(MODEL, STRING, "What forecast it"))
        .add(required(YHAT, DOUBLE, "Forecast, as in demand_forecast"))
        .add(required(LO80, DOUBLE, "Bound of the 80 % interval"))
        .add(required(HI80, DOUBLE, "Bound of the 80 % interval"))
        .add(required(LO95, DOUBLE, "Bound of the 95 % interval"))
        .add(required(HI95, DOUBLE, "Bound of the 95 % interval"));
  }

  private static Struct scores(Struct forecast) {
    return forecast
        .add(
            required(
                ACTUAL,
                DOUBLE,
                "What came. Of an hour that was open on a day without missing hours, of such a day,"
                    + " or of a week all of whose days that were forecast are such days"))
        .add(required(ERROR, DOUBLE, "actual - yhat; under 0: too much was forecast"))
        .add(required(HORIZON_DAYS, INTEGER, "Days from as_of to target_on, 1 or more"))
        .add(
            optional(
                OVERRIDE_VALUE,
                DOUBLE,
                "What the owner's numbers of forecast_overrides made of it, by what was entered"
                    + " before the target day began; null: there were none; of weeks always"))
        .add(
            required(
                SCORED_ON,
                DATE,
                "As-of day of the run that scored it; later than the first time if sales came late"
                    + " and changed the actual"))
        .add(Columns.runId());
  }
}
