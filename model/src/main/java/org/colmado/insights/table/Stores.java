package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** The stores that have sales, each with the settings its sales were counted by. */
public final class Stores {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String TIME_ZONE = "time_zone";
  public static final String CURRENCY = "currency";
  public static final String DAY_STARTS_AT_MINUTE = "day_starts_at_minute";
  public static final String CALENDAR_ID = "calendar_id";
  public static final String OPENING_HOURS = "opening_hours";

  public static final TableSpec TABLE =
      new TableSpec(
          "stores",
          "One row per store with at least one accepted ticket",
          List.of(STORE_ID),
          new Struct()
              .add(Columns.storeId())
              .add(required(TIME_ZONE, STRING, "IANA zone, such as America/Santo_Domingo"))
              .add(required(CURRENCY, STRING, "ISO 4217 code of every amount of the store"))
              .add(
                  required(
                      DAY_STARTS_AT_MINUTE,
                      INTEGER,
                      "Minutes after midnight at which a business day begins"))
              .add(required(CALENDAR_ID, STRING, "Calendar of the store, none: has none"))
              .add(
                  required(
                      OPENING_HOURS,
                      ColumnType.mapOf(ColumnType.STRING, ColumnType.STRING),
                      "Configured hours by English weekday, as 07:00-22:00 or closed; a weekday"
                          + " that is absent is learned")));

  private Stores() {}
}
