package org.colmado.insights.run;

import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.JobRuns;

/** Collects a row of {@link JobRuns} for every stage that ends, and writes them in one commit. */
final class JobRunRows implements StageListener, AutoCloseable {
  private final Run run;
  private final List<TableRow> rows = new ArrayList<>();

  JobRunRows(Run run) {
    this.run = run;
  }

  @Override
  public void ended(StageEnd stage) {
    rows.add(
        TableRow.of(JobRuns.TABLE)
            .with(Columns.RUN_ID, run.runId())
            .with(Columns.AS_OF, run.asOf())
            .with(JobRuns.STAGE, stage.name())
            .with(JobRuns.STATUS, stage.status())
            .with(JobRuns.STARTED_AT, stage.startedAt())
            .with(JobRuns.ENDED_AT, stage.endedAt())
            .with(JobRuns.ROWS_IN, stage.outcome().rowsIn())
            .with(JobRuns.ROWS_OUT, stage.outcome().rowsOut())
            .with(JobRuns.ROWS_REJECTED, stage.outcome().rowsRejected())
            .with(JobRuns.ROWS_DUPLICATE, stage.outcome().rowsDuplicate())
            .with(JobRuns.ERROR, stage.errorText()));
  }

  @Override
  public void close() {
    if (!rows.isEmpty()) {
      run.lake().append(JobRuns.TABLE, SparkTypes.rows(rows));
    }
  }
}
