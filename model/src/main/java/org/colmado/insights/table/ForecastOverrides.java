package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.TIMESTAMP;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/**
 * The owner's overrides of {@link DemandForecast}, which itself is not changed. Append-only; for
 * the same target the newest row applies.
 */
public final class ForecastOverrides {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String TARGET_ON = DemandForecast.TARGET_ON;
  public static final String TARGET_HOUR = DemandForecast.TARGET_HOUR;
  public static final String MEASURE = DemandForecast.MEASURE;
  public static final String VALUE = "value";
  public static final String NOTE = "note";
  public static final String ENTERED_AT = "entered_at";

  public static final TableSpec TABLE =
      new TableSpec(
          "forecast_overrides",
          "One row per number that the owner entered or withdrew",
          List.of(STORE_ID, TARGET_ON, TARGET_HOUR, MEASURE, ENTERED_AT),
          new Struct()
              .add(Columns.storeId())
              .add(required(TARGET_ON, DATE, "Business day it is for"))
              .add(
                  required(
                      TARGET_HOUR,
                      INTEGER,
                      "Hour on the store's clock, 0 to 23; -1: the whole day, whose hours then keep"
                          + " their proportions"))
              .add(required(MEASURE, STRING, "tickets (for hands) or revenue (for orders)"))
              .add(
                  optional(
                      VALUE,
                      DOUBLE,
                      "Tickets or money expected, 0 or more; null: the number before is withdrawn"))
              .add(optional(NOTE, STRING, "Why, in the owner's words; null: nothing was said"))
              .add(required(ENTERED_AT, TIMESTAMP, "When it was entered, UTC")),
          List.of(
              new Check("hour_in_day", TARGET_HOUR + " BETWEEN -1 AND 23"),
              new Check("measure_known", MEASURE + " IN ('tickets', 'revenue')"),
              new Check("value_not_negative", VALUE + " IS NULL OR " + VALUE + " >= 0")));

  private ForecastOverrides() {}
}
