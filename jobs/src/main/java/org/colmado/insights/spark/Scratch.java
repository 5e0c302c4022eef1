package org.colmado.insights.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that a job comes back to, computed once and let go when the job is done. They are kept in
 * memory where there is room and on disk where there is none, so that size is no matter.
 */
public final class Scratch implements AutoCloseable {
  private final Deque<Runnable> releases = new ArrayDeque<>();

  /** Keeps the rows from their first use on. */
  public Dataset<Row> keep(Dataset<Row> rows) {
    Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
    releases.push(() -> kept.unpersist(false));
    return kept;
  }

  /** Computes and keeps the rows now, so that what is planned next knows how large they are. */
  public Dataset<Row> computed(Dataset<Row> rows) {
    Dataset<Row> kept = keep(rows);
    kept.count();
    return kept;
  }

  /**
   * Computes the rows now and once for all. Kept rows are computed anew when a table they were read
   * from is written to; these stay what they were when the decision was made. Also the cheaper of
   * the two for many rows of many columns: they are kept as they come, not turned into columns.
   */
  public Dataset<Row> settled(Dataset<Row> rows) {
    Dataset<Row> settled = rows.localCheckpoint(true);
    releases.push(() -> release(settled));
    return settled;
  }

  /** Spark forgets such rows only when the garbage collector finds them unused. */
  private static void release(Dataset<Row> settled) {
    var plan = ((org.apache.spark.sql.classic.Dataset<Row>) settled).queryExecution().analyzed();
    if (plan instanceof LogicalRDD computed) {
      computed.rdd().unpersist(false);
    }
  }

  @Override
  public void close() {
    releases.forEach(Runnable::run);
    releases.clear();
  }
}
