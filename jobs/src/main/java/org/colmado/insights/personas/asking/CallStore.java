package org.colmado.insights.personas.asking;

import java.util.List;
import org.apache.spark.sql.Row;

/** Persists calls as rows of {@link org.colmado.insights.table.GrokCalls}. */
public interface CallStore {
  /**
   * Persists reservations before the calls, at their maximum cost; returns when they are committed.
   */
  void reserve(List<Row> calls);

  /** Replaces the reservations by the finished calls. */
  void settle(List<Row> calls);
}
