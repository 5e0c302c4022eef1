package org.colmado.insights.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * Intermediate results that a job uses several times. They are computed once, kept in memory or on
 * disk, and released on close.
 */
public final class IntermediateResults implements AutoCloseable {
  private static final long FEW = 10_000;

  private final Deque<Runnable> releases = new ArrayDeque<>();

  /** Caches the rows on their first use. */
  public Dataset<Row> cached(Dataset<Row> rows) {
    Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
    releases.push(() -> kept.unpersist(false));
    return kept;
  }

  /** Computes and caches the rows now, so that later query plans know their size. */
  public Dataset<Row> cachedNow(Dataset<Row> rows) {
    Dataset<Row> kept = cached(rows);
    kept.count();
    return kept;
  }

  /**
   * Computes the rows now and cuts their lineage. Cached rows are recomputed when a source table is
   * written; these rows never change. Also cheaper for many rows with many columns, as they are not
   * converted to columnar format.
   */
  public Dataset<Row> checkpointed(Dataset<Row> rows) {
    Dataset<Row> checkpointed = rows.localCheckpoint(true);
    if (checkpointed.queryExecution().logical() instanceof LogicalRDD kept) {
      releases.push(() -> kept.rdd().unpersist(false));
    }
    return checkpointed;
  }

  /**
   * As {@link #checkpointed}, if the rows are few. Many rows are left as they are, to be computed
   * at each use: they would take too much memory.
   *
   * @param count number of the rows, or of those that they are made of
   */
  public Dataset<Row> checkpointedIfFew(Dataset<Row> rows, long count) {
    return count <= FEW ? checkpointed(rows) : rows;
  }

  @Override
  public void close() {
    releases.forEach(Runnable::run);
    releases.clear();
  }
}
