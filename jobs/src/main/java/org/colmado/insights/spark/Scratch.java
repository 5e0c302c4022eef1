package org.colmado.insights.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that a job comes back to, computed once and let go when the job is done. They are kept in
 * memory where there is room and on disk where there is none, so that size is no matter.
 */
public final class Scratch implements AutoCloseable {
  private final Deque<Dataset<Row>> kept = new ArrayDeque<>();

  /** Keeps the rows from their first use on. */
  public Dataset<Row> keep(Dataset<Row> rows) {
    kept.push(rows.persist(StorageLevel.MEMORY_AND_DISK()));
    return rows;
  }

  /** Computes and keeps the rows now, so that what is planned next knows how large they are. */
  public Dataset<Row> computed(Dataset<Row> rows) {
    keep(rows).count();
    return rows;
  }

  /**
   * Computes the rows once for all. Kept rows are computed anew when a table they were read from is
   * written to; these stay what they were when the decision was made.
   */
  public Dataset<Row> settled(Dataset<Row> rows) {
    return rows.localCheckpoint(true);
  }

  @Override
  public void close() {
    kept.forEach(rows -> rows.unpersist(false));
    kept.clear();
  }
}
