package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** What is odd about a store's sales or forecasts, and what to do about it. */
public final class StoreNotices {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String KIND = "kind";
  public static final String SUBJECT = "subject";
  public static final String FROM_ON = "from_on";
  public static final String UNTIL_ON = "until_on";
  public static final String VALUE = "value";
  public static final String USUAL = "usual";
  public static final String TEXT_ES = "text_es";
  public static final String TEXT_EN = "text_en";

  public static final TableSpec TABLE =
      new TableSpec(
          "store_notices",
          "One row per store, as-of day, kind and subject; none where nothing is odd",
          List.of(STORE_ID, AS_OF, KIND, SUBJECT),
          new Struct()
              .add(Columns.storeId())
              .add(Columns.asOf())
              .add(
                  required(
                      KIND,
                      STRING,
                      "level_up, level_down, giant_sale, hours_missing, shut, forecast_bias,"
                          + " little_history"))
              .add(required(SUBJECT, STRING, "sale_id of a giant sale; else empty"))
              .add(optional(FROM_ON, DATE, "First business day of it; null: of no day"))
              .add(optional(UNTIL_ON, DATE, "Last business day of it; null: goes on, or of no day"))
              .add(
                  optional(
                      VALUE,
                      DOUBLE,
                      "Visits a day since; value of the sale; hours or days missing; forecast less"
                          + " actual, over actual; days with sales"))
              .add(
                  optional(
                      USUAL, DOUBLE, "What is usual: visits a day before; median sale; else null"))
              .add(required(TEXT_ES, STRING, "In Spanish, for the owner"))
              .add(required(TEXT_EN, STRING, "In English"))
              .add(Columns.runId()));

  private StoreNotices() {}
}
