package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.TIMESTAMP;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.TableSpec;

/** What could not be accepted, why, and where it stands. Nothing that was read is lost. */
public final class RejectedSales {
  public static final String SOURCE = "source";
  public static final String FILE = "file";
  public static final String LINE = "line";
  public static final String REASON = "reason";
  public static final String DETAIL = "detail";
  public static final String RECORD = "record";
  public static final String INGESTED_AT = "ingested_at";

  public static final TableSpec TABLE =
      new TableSpec(
          "rejected_sales",
          "One row per refused record, or per file that could not be read to its end",
          List.of(SOURCE, FILE, LINE, REASON),
          new Struct()
              .add(required(SOURCE, STRING, "Mapping the record was read by"))
              .add(required(FILE, STRING, "File it stands in"))
              .add(required(LINE, LONG, "Line it begins on, from 1; 0: the file as a whole"))
              .add(required(REASON, STRING, "Name of the rule it breaks"))
              .add(optional(DETAIL, STRING, "What was found and expected; null: reason says it"))
              .add(
                  optional(
                      RECORD,
                      STRING,
                      "The record, its first 64 KiB, names and phone numbers masked; null: the"
                          + " file as a whole"))
              .add(required(INGESTED_AT, TIMESTAMP, "Start of the run that refused it, UTC")));

  private RejectedSales() {}
}
