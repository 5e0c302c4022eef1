package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.TIMESTAMP;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.TableSpec;

/** The files that were read, and the dispositions of their records. */
public final class IngestedFiles {
  public static final String SOURCE = "source";
  public static final String FILE = "file";
  public static final String SIZE_BYTES = "size_bytes";
  public static final String MODIFIED_AT = "modified_at";
  public static final String ROWS_IN = "rows_in";
  public static final String ROWS_ACCEPTED = "rows_accepted";
  public static final String ROWS_REJECTED = "rows_rejected";
  public static final String ROWS_DUPLICATE = "rows_duplicate";
  public static final String INGESTED_AT = "ingested_at";

  public static final TableSpec TABLE =
      new TableSpec(
          "ingested_files",
          "One row per file and source, of the last time it was read",
          List.of(SOURCE, FILE),
          new Struct()
              .add(required(SOURCE, STRING, "Mapping the file was read by"))
              .add(required(FILE, STRING, "Path or URI"))
              .add(required(SIZE_BYTES, LONG, "Size when it was read"))
              .add(required(MODIFIED_AT, TIMESTAMP, "When it was last written to, UTC"))
              .add(required(ROWS_IN, LONG, "Records found; a fault of the whole file counts 1"))
              .add(required(ROWS_ACCEPTED, LONG, "Records new to the lake, or newer versions"))
              .add(required(ROWS_REJECTED, LONG, "Records in rejected_sales"))
              .add(
                  required(
                      ROWS_DUPLICATE,
                      LONG,
                      "Records the lake or an earlier file already had, or had newer"))
              .add(required(INGESTED_AT, TIMESTAMP, "Start of the run that read it, UTC")),
          List.of(
              new Check(
                  "nothing_lost",
                  ROWS_IN
                      + " = "
                      + ROWS_ACCEPTED
                      + " + "
                      + ROWS_REJECTED
                      + " + "
                      + ROWS_DUPLICATE)));

  private IngestedFiles() {}
}
