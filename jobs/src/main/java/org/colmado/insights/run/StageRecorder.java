package org.colmado.insights.run;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.lake.LakeLock;
import org.colmado.insights.table.JobRuns;

/** Runs stages one after another and keeps {@link JobRuns}, also of the stage that fails. */
public final class StageRecorder {
  private final Run run;
  private final Clock clock;
  private final List<Row> rows = new ArrayList<>();

  public StageRecorder(Run run, Clock clock) {
    this.run = run;
    this.clock = clock;
  }

  /** Runs one stage alone, recorded, while no other run writes to the lake. */
  public static Outcome recorded(Run run, String name, Supplier<Outcome> stage) {
    return new LakeLock(run.lake()).during(() -> recordedAlone(run, name, stage));
  }

  private static Outcome recordedAlone(Run run, String name, Supplier<Outcome> stage) {
    StageRecorder stages = new StageRecorder(run, Clock.systemUTC());
    try {
      return stages.run(name, stage);
    } finally {
      stages.record();
    }
  }

  /** Runs a stage; what it throws is noted and thrown on. */
  public Outcome run(String name, Supplier<Outcome> stage) {
    Instant startedAt = clock.instant();
    try {
      Outcome outcome = stage.get();
      note(name, "done", startedAt, outcome, null);
      return outcome;
    } catch (InputRefusedException e) {
      note(name, "refused", startedAt, Outcome.NOTHING, e.getMessage());
      throw e;
    } catch (RuntimeException e) {
      note(name, "failed", startedAt, Outcome.NOTHING, e.toString());
      throw e;
    }
  }

  /** Writes what was noted, in one commit. */
  public void record() {
    if (!rows.isEmpty()) {
      run.lake().append(JobRuns.TABLE, run.lake().rows(JobRuns.TABLE, rows).coalesce(1));
    }
  }

  private void note(String name, String status, Instant startedAt, Outcome outcome, String error) {
    rows.add(
        RowFactory.create(
            run.runId(),
            run.asOf(),
            name,
            status,
            startedAt,
            clock.instant(),
            outcome.rowsIn(),
            outcome.rowsOut(),
            outcome.rowsRejected(),
            outcome.rowsDuplicate(),
            error));
  }
}
