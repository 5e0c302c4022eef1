package org.colmado.insights.spark;

import org.apache.spark.sql.SparkSession;

/** Number of partitions for an explicit repartition by a column. */
public final class Partitions {
  private Partitions() {}

  /** The session's number of shuffle partitions. */
  public static int of(SparkSession spark) {
    return Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
  }
}
