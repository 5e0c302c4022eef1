package org.colmado.insights.run;

import org.colmado.insights.schema.TableSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the stages of a run to the log: a line an event, as {@code key=value}. */
final class StageLog implements StageListener {
  private static final Logger LOG = LoggerFactory.getLogger(StageLog.class);

  private final ThreadLocal<String> stage = ThreadLocal.withInitial(() -> "stage=none");

  @Override
  public void started(StageStart start) {
    stage.set("run=%s stage=%s".formatted(start.runId(), start.name()));
    LOG.info("{} event=started", stage.get());
  }

  @Override
  public void committed(TableSpec table) {
    LOG.info("{} event=committed table={}", stage.get(), table.name());
  }

  @Override
  public void ended(StageEnd end) {
    Outcome rows = end.outcome();
    LOG.info(
        "{} event={} ms={} rows_in={} rows_out={} rows_rejected={} rows_duplicate={}",
        stage.get(),
        end.status(),
        end.duration().toMillis(),
        rows.rowsIn(),
        rows.rowsOut(),
        rows.rowsRejected(),
        rows.rowsDuplicate());
    if (end.error() != null) {
      LOG.error("{}", stage.get(), end.error());
    }
    stage.remove();
  }
}
