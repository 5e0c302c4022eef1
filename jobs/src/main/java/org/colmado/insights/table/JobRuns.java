package org.colmado.insights.table;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.colmado.insights.table.Columns.optional;
import static org.colmado.insights.table.Columns.required;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** What ran, when, over how much, and how it ended. Rows are only ever added. */
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
          new StructType()
              .add(Columns.runId())
              .add(Columns.asOf())
              .add(required(STAGE, StringType, "Name of the stage, as --only takes it"))
              .add(required(STATUS, StringType, "done, failed or refused"))
              .add(required(STARTED_AT, TimestampType, "UTC"))
              .add(required(ENDED_AT, TimestampType, "UTC"))
              .add(required(ROWS_IN, LongType, "Rows or records the stage read"))
              .add(required(ROWS_OUT, LongType, "Rows it accepted or wrote"))
              .add(required(ROWS_REJECTED, LongType, "Records it refused"))
              .add(required(ROWS_DUPLICATE, LongType, "Records that were there already"))
              .add(optional(ERROR, StringType, "What went wrong; null: nothing did")));

  private JobRuns() {}
}
