package org.colmado.insights.plans.demand;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.colmado.insights.table.DemandForecast.AS_OF;
import static org.colmado.insights.table.DemandForecast.GRANULARITY;
import static org.colmado.insights.table.DemandForecast.MEASURE;
import static org.colmado.insights.table.DemandForecast.STORE_ID;
import static org.colmado.insights.table.DemandForecast.TARGET_HOUR;
import static org.colmado.insights.table.DemandForecast.TARGET_ON;
import static org.colmado.insights.table.DemandForecast.YHAT;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.IssuedScores;

/**
 * Applies the owner's overrides to a forecast.
 *
 * <ol>
 *   <li>The newest override of a target is used; if it is a withdrawal, none is.
 *   <li>An override of an hour replaces the hour's forecast.
 *   <li>An override of a day scales the other hours so that the day adds up to it; if the
 *       overridden hours alone exceed it, their sum is the day.
 *   <li>If only hours are overridden, the day is the sum of its hours. Categories are scaled with
 *       the day's revenue.
 * </ol>
 *
 * <p>Days and hours without a forecast get no row. Weeks are not changed.
 *
 * @param entries rows of {@link ForecastOverrides} that count
 */
public record AdjustedForecast(Dataset<Row> entries) {
  /** Status of a row that an override changed. */
  public static final String ADJUSTED = "adjusted";

  private static final String WHOLE = "whole_measure";
  private static final String OF_DAY = "owners_day";
  private static final String OF_HOURS = "owners_hours";
  private static final String OWN = "owners_hour";
  private static final String FIXED = "fixed_sum";
  private static final String FREE = "free_sum";
  private static final String OF_HOUR = "hour_value";
  private static final String SUM = "hours_sum";
  private static final String MODELS = "models_day";

  /** Number of digits that do not depend on the order of summation. */
  private static final int DIGITS = 6;

  /**
   * The model's forecast with the override in {@link IssuedScores#OVERRIDE_VALUE}; null: none. If
   * there are no overrides at all, which is the usual case, nothing else is computed.
   *
   * @param forecast rows of {@link DemandForecast}, days with all their hours and categories
   */
  public Dataset<Row> withOverrides(Dataset<Row> forecast) {
    Column none = lit(null).cast("double");
    if (entries.isEmpty()) {
      return forecast.withColumn(IssuedScores.OVERRIDE_VALUE, none);
    }

    Column isOfDay = col(GRANULARITY).notEqual(DemandForecast.WEEK);
    Dataset<Row> parts =
        forecast.withColumn(WHOLE, when(isOfDay, substring_index(col(MEASURE), ":", 1)));
    Dataset<Row> numbers = broadcast(byDay());
    String[] day = {STORE_ID, TARGET_ON, WHOLE};

    return parts
        .join(numbers, day)
        .transform(AdjustedForecast::withHours)
        .transform(AdjustedForecast::withDays)
        .drop(OF_DAY, OF_HOURS, OWN, FIXED, FREE, OF_HOUR, SUM, MODELS)
        .unionByName(
            parts.join(numbers, day, "left_anti").withColumn(IssuedScores.OVERRIDE_VALUE, none))
        .drop(WHOLE);
  }

  /**
   * The forecast with the overrides applied and the intervals scaled: rows of {@link
   * DemandForecast} with status {@link #ADJUSTED} if changed.
   *
   * @param forecast rows of {@link DemandForecast}
   */
  public Dataset<Row> adjusted(Dataset<Row> forecast) {
    Column value = col(IssuedScores.OVERRIDE_VALUE);
    Column[] columns = new Column[forecast.columns().length];
    for (int i = 0; i < columns.length; i++) {
      String name = forecast.columns()[i];
      columns[i] =
          switch (name) {
            case YHAT -> coalesce(value, col(YHAT)).as(name);
            case DemandForecast.LO80,
                DemandForecast.HI80,
                DemandForecast.LO95,
                DemandForecast.HI95 ->
                bound(col(name), value).as(name);
            case DemandForecast.STATUS ->
                when(value.isNotNull(), lit(ADJUSTED)).otherwise(col(name)).as(name);
            default -> col(name);
          };
    }
    return withOverrides(forecast).select(columns);
  }

  /** Scales a bound with the forecast; shifts it if the model's forecast is 0. */
  private static Column bound(Column bound, Column value) {
    return when(value.isNull(), bound)
        .when(col(YHAT).gt(0), bound.multiply(value).divide(col(YHAT)))
        .otherwise(bound.plus(value));
  }

  /**
   * One row for each store, day and measure: the day's override (null: none) and those of its
   * hours.
   */
  private Dataset<Row> byDay() {
    Column hour = col(TARGET_HOUR);
    Column value = col(ForecastOverrides.VALUE);
    Column isHour = hour.notEqual(DemandForecast.NO_HOUR);

    return entries
        .groupBy(col(STORE_ID), col(TARGET_ON), hour, col(MEASURE).as(WHOLE))
        .agg(max_by(value, col(ForecastOverrides.ENTERED_AT)).as(ForecastOverrides.VALUE))
        .where(value.isNotNull())
        .groupBy(col(STORE_ID), col(TARGET_ON), col(WHOLE))
        .agg(
            max(when(not(isHour), value)).as(OF_DAY),
            map_from_entries(collect_list(when(isHour, struct(hour, value)))).as(OF_HOURS));
  }

  /** Overrides of the hours, the rest of the day for the other hours, and the sum. */
  private static Dataset<Row> withHours(Dataset<Row> touched) {
    Column isHour = col(GRANULARITY).equalTo(DemandForecast.HOUR);
    Column isWhole = col(MEASURE).equalTo(col(WHOLE));
    Column left = greatest(lit(0.0), col(OF_DAY).minus(coalesce(col(FIXED), lit(0.0))));
    Column isScaled = col(OF_DAY).isNotNull().and(col(FREE).gt(0));
    Column others = when(isScaled, col(YHAT).multiply(left).divide(col(FREE))).otherwise(col(YHAT));

    return touched
        .withColumn(OWN, when(isHour, try_element_at(col(OF_HOURS), col(TARGET_HOUR))))
        .withColumn(FIXED, sum(OWN).over(ofDay()))
        .withColumn(FREE, sum(when(isHour.and(col(OWN).isNull()), col(YHAT))).over(ofDay()))
        .withColumn(MODELS, max(when(not(isHour).and(isWhole), col(YHAT))).over(ofDay()))
        .withColumn(OF_HOUR, when(isHour, coalesce(col(OWN), others)))
        .withColumn(SUM, sum(OF_HOUR).over(ofDay()));
  }

  private static Dataset<Row> withDays(Dataset<Row> touched) {
    Column isHour = col(GRANULARITY).equalTo(DemandForecast.HOUR);
    Column isWhole = col(MEASURE).equalTo(col(WHOLE));
    Column isTouched = col(OF_DAY).isNotNull().or(col(FIXED).isNotNull());
    Column hour = when(col(OWN).isNotNull().or(col(OF_DAY).isNotNull()), col(OF_HOUR));
    Column day = when(col(OF_DAY).isNull(), col(SUM)).otherwise(greatest(OF_DAY, FIXED));
    Column category =
        when(col(MODELS).gt(0), col(YHAT).multiply(day).divide(col(MODELS))).otherwise(col(YHAT));
    Column value = when(isHour, hour).when(isTouched.and(isWhole), day).when(isTouched, category);

    return touched.withColumn(IssuedScores.OVERRIDE_VALUE, round(value, DIGITS));
  }

  private static WindowSpec ofDay() {
    return Window.partitionBy(STORE_ID, AS_OF, TARGET_ON, WHOLE);
  }
}
