package org.colmado.insights.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Opens sessions with every setting the product depends on.
 *
 * <p>Three groups. What the tables need to mean the same everywhere is always set. What makes small
 * data quick on one machine is set only where Spark runs inside this process ({@code local[...]});
 * adaptive execution still splits and joins partitions by their real size, so a hundred stores run
 * on the same settings. On a cluster all tuning is left to the cluster.
 */
public final class SparkSessions {
  private static final String LOCAL_MASTER = "local[*]";

  private SparkSessions() {}

  /**
   * Opens or joins the session.
   *
   * @param appName as the cluster shows it
   */
  public static SparkSession open(String appName) {
    SparkConf conf = new SparkConf();
    conf.setIfMissing("spark.master", LOCAL_MASTER);
    conf.setAppName(appName);
    meaning(conf);
    if (conf.get("spark.master").startsWith("local")) {
      oneMachine(conf);
    }

    SparkSession spark = SparkSession.builder().config(conf).getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    return spark;
  }

  /**
   * Joins the session of this process where one is running, else opens it; commands use this.
   *
   * @param appName as the cluster shows it, where it is opened
   */
  public static SharedSession share(String appName) {
    boolean isRunning = !SparkSession.getDefaultSession().isEmpty();

    return new SharedSession(open(appName), !isRunning);
  }

  private static void meaning(SparkConf conf) {
    conf.set("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    conf.set("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    conf.set("spark.sql.session.timeZone", "UTC");
    conf.set("spark.sql.datetime.java8API.enabled", "true");
    conf.set("spark.sql.ansi.enabled", "true");
    // Delta 4.4 answers min and max of a date from its statistics as java.sql.Date, and fails on
    // java8API's LocalDate.
    conf.set("spark.databricks.delta.optimizeMetadataQuery.enabled", "false");
    conf.set("spark.sql.adaptive.enabled", "true");
    // Rows that lie by store join by store and more without moving.
    conf.set("spark.sql.requireAllClusterKeysForCoPartition", "false");
  }

  private static void oneMachine(SparkConf conf) {
    int cores = Runtime.getRuntime().availableProcessors();

    conf.setIfMissing("spark.sql.shuffle.partitions", String.valueOf(2 * cores));
    conf.setIfMissing("spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold", "128m");
    conf.setIfMissing("spark.sql.inMemoryColumnarStorage.compressed", "false");
    // A dictionary of what never repeats is built and thrown away.
    conf.setIfMissing("spark.hadoop.parquet.enable.dictionary#sale_id", "false");
    conf.setIfMissing("spark.hadoop.parquet.enable.dictionary#revision", "false");
    conf.setIfMissing("spark.databricks.delta.snapshotPartitions", "2");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    conf.setIfMissing("spark.driver.host", "127.0.0.1");
    conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    conf.setIfMissing("spark.sql.catalogImplementation", "in-memory");
  }
}
