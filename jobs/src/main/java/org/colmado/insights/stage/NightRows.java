package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.spark.IntermediateResults;

/** Replaces the rows of one as-of day. */
final class NightRows {
  private NightRows() {}

  /**
   * Writes the rows with the run id; obsolete rows of the same day are deleted in the same commit.
   */
  static Outcome write(Run run, TableSpec table, Dataset<Row> found) {
    Column sameDay = col(Columns.AS_OF).equalTo(lit(run.asOf()));
    String[] key = table.key().toArray(String[]::new);
    try (IntermediateResults intermediate = new IntermediateResults()) {
      Dataset<Row> rows =
          intermediate.checkpointed(found.withColumn(Columns.RUN_ID, lit(run.runId())));
      Dataset<Row> before = run.lake().read(table).where(sameDay);
      long written = rows.count();
      if (!before.isEmpty()) {
        run.lake().merge(table, rows, before.join(rows, key, "left_anti"));
      } else if (written > 0) {
        run.lake().append(table, rows.coalesce(1), written);
      }
      return Outcome.wrote(written, written);
    }
  }
}
