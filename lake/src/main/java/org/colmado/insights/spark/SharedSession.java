package org.colmado.insights.spark;

import org.apache.spark.sql.SparkSession;

/**
 * A command's reference to the Spark session of the process. Closing it stops the session only if
 * this reference started it.
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
