package org.colmado.insights.spark;

import org.apache.spark.sql.SparkSession;

/**
 * A command's hold on the session of the process. Closing it ends the session only where this hold
 * opened it: a command called inside a process that has one leaves it as it was.
 */
public final class SharedSession implements AutoCloseable {
  private final SparkSession spark;
  private final boolean isOwner;

  SharedSession(SparkSession spark, boolean isOwner) {
    this.spark = spark;
    this.isOwner = isOwner;
  }

  public SparkSession spark() {
    return spark;
  }

  @Override
  public void close() {
    if (isOwner) {
      spark.stop();
    }
  }
}
