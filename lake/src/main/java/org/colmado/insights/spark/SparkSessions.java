package org.colmado.insights.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;
import scala.Tuple2;

/**
 * Opens sessions with every setting the product depends on.
 *
 * <p>There are two groups. Settings that affect results are always set. Settings that speed up
 * small data on one machine are set only if Spark runs inside this process ({@code local[...]});
 * adaptive execution still adapts partitions to the data, so a hundred stores run on the same
 * settings. On a cluster, all tuning is left to the cluster.
 */
public final class SparkSessions {
  private static final String LOCAL_MASTER = "local[*]";

  private SparkSessions() {}

  /**
   * Starts a session, or returns the running one.
   *
   * @param appName shown by the cluster
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
   * Returns a reference to the running session of this process, or starts one; used by commands.
   *
   * @param appName shown by the cluster, where it is opened
   */
  public static SharedSession share(String appName) {
    boolean isRunning = !SparkSession.getDefaultSession().isEmpty();

    return new SharedSession(open(appName), !isRunning);
  }

  /**
   * Whether Spark writes and compiles code for every query, as it does by itself. For few rows that
   * costs more than it gains; the results are the same.
   */
  public static void generateCode(SparkSession spark, boolean isGenerated) {
    spark.conf().set("spark.sql.codegen.wholeStage", isGenerated);
    spark.conf().set("spark.sql.codegen.factoryMode", isGenerated ? "FALLBACK" : "NO_CODEGEN");
  }

  /** How to reach the lake without a session: with the settings a session would have. */
  public static Configuration hadoopSettings() {
    return SparkHadoopUtil.get().newConfiguration(new SparkConf());
  }

  /** What the value of an expression depends on, as in every session; nothing is compiled. */
  public static SQLConf expressionSettings() {
    SparkConf conf = new SparkConf(false);
    meaning(conf);
    SQLConf settings = new SQLConf();
    for (Tuple2<String, String> setting : conf.getAll()) {
      if (!setting._1().startsWith("spark.sql.catalog")) {
        settings.setConfString(setting._1(), setting._2());
      }
    }
    settings.setConfString("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    return settings;
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
    // Rows partitioned by store can be joined by store and more columns without a shuffle.
    conf.set("spark.sql.requireAllClusterKeysForCoPartition", "false");
  }

  private static void oneMachine(SparkConf conf) {
    int cores = Runtime.getRuntime().availableProcessors();

    conf.setIfMissing("spark.sql.shuffle.partitions", String.valueOf(2 * cores));
    conf.setIfMissing("spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold", "128m");
    conf.setIfMissing("spark.sql.inMemoryColumnarStorage.compressed", "false");
    // A Parquet dictionary of unique values is built and then discarded.
    conf.setIfMissing("spark.hadoop.parquet.enable.dictionary#sale_id", "false");
    conf.setIfMissing("spark.hadoop.parquet.enable.dictionary#revision", "false");
    conf.setIfMissing("spark.databricks.delta.snapshotPartitions", "2");
    conf.setIfMissing("spark.ui.enabled", "false");
    // Nobody looks at past plans, and those of nested rows are long texts.
    conf.setIfMissing("spark.sql.ui.retainedExecutions", "10");
    conf.setIfMissing("spark.sql.maxPlanStringLength", "20000");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    conf.setIfMissing("spark.driver.host", "127.0.0.1");
    conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    conf.setIfMissing("spark.sql.catalogImplementation", "in-memory");
  }
}
