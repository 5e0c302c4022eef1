package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.BOOLEAN;
import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.listOf;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** The accuracy of every model in the back-test, and which one is used. */
public final class ForecastAccuracy {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String GRANULARITY = DemandForecast.GRANULARITY;
  public static final String MEASURE = DemandForecast.MEASURE;
  public static final String MODEL = DemandForecast.MODEL;
  public static final String WAPE = "wape";
  public static final String MASE = "mase";
  public static final String BIAS = "bias";
  public static final String PINBALL = "pinball";
  public static final String COVERAGE80 = "coverage80";
  public static final String COVERAGE95 = "coverage95";
  public static final String WITHIN15 = "within15_share";
  public static final String WITHIN20 = "within20_share";
  public static final String NOISE_FLOOR = "noise_floor";
  public static final String SKILL = "skill_over_mean";
  public static final String ORIGINS = "origins";
  public static final String SCORED = "scored";
  public static final String FIRST_ORIGIN_ON = "first_origin_on";
  public static final String IS_CHAMPION = "is_champion";
  public static final String BANDS = "bands";
  public static final String HOLIDAY_SCALE = "holiday_scale";

  /** Field of a band: 1 for the first seven days ahead, 2 for the seven after them. */
  public static final String WEEK_AHEAD = "week_ahead";

  public static final Struct BAND =
      new Struct()
          .add(optional(WEEK_AHEAD, INTEGER, "1: days 1 to 7 ahead; 2: 8 to 14"))
          .add(optional("power", DOUBLE, "Errors are scaled by this power of the forecast"))
          .add(optional("least", DOUBLE, "Smaller forecasts are treated as this value"))
          .add(optional("low95", DOUBLE, "2.5 % quantile of error / forecast^power"))
          .add(optional("low80", DOUBLE, "10 % quantile"))
          .add(optional("high80", DOUBLE, "90 % quantile"))
          .add(optional("high95", DOUBLE, "97.5 % quantile"));

  public static final TableSpec TABLE =
      new TableSpec(
          "forecast_accuracy",
          "One row per store, as-of day of the back-test, granularity, measure and model",
          List.of(STORE_ID, AS_OF, GRANULARITY, MEASURE, MODEL),
          new Struct()
              .add(Columns.storeId())
              .add(Columns.asOf())
              .add(required(GRANULARITY, STRING, "hour, day or week"))
              .add(required(MEASURE, STRING, "tickets, revenue or revenue:CATEGORY"))
              .add(required(MODEL, STRING, "docs/forecasting.md says what each does"))
              .add(optional(WAPE, DOUBLE, "Sum of absolute errors over sum of actuals"))
              .add(
                  optional(
                      MASE,
                      DOUBLE,
                      "Mean absolute error over that of last week's value before each origin"))
              .add(optional(BIAS, DOUBLE, "Sum of forecast less actual, over actual"))
              .add(
                  optional(
                      PINBALL,
                      DOUBLE,
                      "Weighted quantile loss: mean over 2.5, 10, 50, 90, 97.5 % of twice the pinball"
                          + " loss, over the sum of actuals; null: no intervals yet"))
              .add(optional(COVERAGE80, DOUBLE, "Share of actuals within lo80 to hi80"))
              .add(optional(COVERAGE95, DOUBLE, "Share of actuals within lo95 to hi95"))
              .add(optional(WITHIN15, DOUBLE, "Share of forecasts within 15 % of the actual"))
              .add(optional(WITHIN20, DOUBLE, "Share of forecasts within 20 % of the actual"))
              .add(
                  optional(
                      NOISE_FLOOR,
                      DOUBLE,
                      "WAPE of one who knows the true rate: what counting alone costs; null: weeks"
                          + " and categories"))
              .add(
                  optional(
                      SKILL,
                      DOUBLE,
                      "1 - WAPE / WAPE of the mean of the last eight weeks; about 0: no skill"))
              .add(required(ORIGINS, INTEGER, "Number of forecast origins"))
              .add(required(SCORED, LONG, "Forecasts that were scored; 0: nothing is known"))
              .add(required(FIRST_ORIGIN_ON, DATE, "First of the origins"))
              .add(required(IS_CHAMPION, BOOLEAN, "This model makes demand_forecast"))
              .add(
                  required(
                      BANDS, listOf(BAND), "Conformal error quantiles for intervals; may be empty"))
              .add(
                  optional(
                      HOLIDAY_SCALE,
                      DOUBLE,
                      "How much wider intervals are on days of, before and after a holiday; null:"
                          + " no bands, or of an earlier version, which is 1"))
              .add(Columns.runId()),
          List.of(
              new Check("coverage_a_share", "coverage80 BETWEEN 0 AND 1 OR coverage80 IS NULL")));

  private ForecastAccuracy() {}
}
