package org.colmado.insights.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max_by;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.colmado.insights.table.JobRuns;

/** How long stages took before: from {@link JobRuns}. */
final class StageDurations {
  private StageDurations() {}

  /** By name of the stage, of its last run that ended well. */
  static Map<String, Duration> ofLastRun(Run run) {
    return run
        .lake()
        .read(JobRuns.TABLE)
        .where(col(JobRuns.STATUS).equalTo(StageEnd.DONE))
        .groupBy(JobRuns.STAGE)
        .agg(
            max_by(
                expr("unix_millis(ended_at) - unix_millis(started_at)"), col(JobRuns.STARTED_AT)))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(row -> row.getString(0), row -> Duration.ofMillis(row.getLong(1))));
  }
}
