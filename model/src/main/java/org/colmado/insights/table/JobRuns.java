package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.TIMESTAMP;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** The history of runs: one row for each stage. Append-only. */
public final class JobRuns {
  public static final String STAGE = "stage";
  public static final String STATUS = "status";
  public static final String STARTED_AT = "started_at";
  public static final String ENDED_AT = "ended_at";
  public static final String ROWS_IN = "rows_in";
  public static final String ROWS_OUT = "rows_out";
  public static final String ROWS_REJECTED = "rows_rejected";
  public static final String ROWS_DUPLICATE = "rows_duplicate";
  public static final String ERROR = "error";

  public static final TableSpec TABLE =
      new TableSpec(
          "job_runs",
          "One row per stage of a run that ended, well or not",
          List.of(Columns.RUN_ID, STAGE, STARTED_AT),
          new Struct()
              .add(Columns.runId())
              .add(Columns.asOf())
              .add(required(STAGE, STRING, "Name of the stage, as --only takes it"))
              .add(required(STATUS, STRING, "done, failed or refused"))
              .add(required(STARTED_AT, TIMESTAMP, "UTC"))
              .add(required(ENDED_AT, TIMESTAMP, "UTC"))
              .add(required(ROWS_IN, LONG, "Rows or records the stage read"))
              .add(required(ROWS_OUT, LONG, "Rows it accepted or wrote"))
              .add(required(ROWS_REJECTED, LONG, "Records it refused"))
              .add(required(ROWS_DUPLICATE, LONG, "Records that were there already"))
              .add(optional(ERROR, STRING, "What went wrong; null: nothing did")));

  private JobRuns() {}
}
