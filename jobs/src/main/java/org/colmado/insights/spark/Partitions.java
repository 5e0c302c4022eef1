package org.colmado.insights.spark;

import org.apache.spark.sql.SparkSession;

/** How many parts rows are split into where they are split by a column of the product's choice. */
public final class Partitions {
  private Partitions() {}

  /** The session's own number for shuffles. */
  public static int of(SparkSession spark) {
    return Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
  }
}
