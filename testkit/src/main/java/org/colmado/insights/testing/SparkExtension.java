package org.colmado.insights.testing;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.spark.SparkSessions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one session of all tests to whoever asks for a {@link SparkSession}: opened with the
 * product's own settings, with fewer partitions, and closed when the JVM ends.
 */
public final class SparkExtension implements ParameterResolver {
  private static SparkSession spark;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return session();
  }

  /** The session, for helpers that no test class hands it to. */
  public static synchronized SparkSession session() {
    if (spark == null) {
      System.setProperty("spark.master", "local[2]");
      System.setProperty("spark.sql.shuffle.partitions", "2");
      System.setProperty(
          "spark.sql.warehouse.dir", Path.of("target", "warehouse").toUri().toString());
      System.setProperty("spark.databricks.delta.snapshotPartitions", "1");
      // Every broadcast of a handful of rows takes a page.
      System.setProperty("spark.buffer.pageSize", "2m");
      spark = SparkSessions.open("tests");
      SparkSessions.generateCode(spark, false);
    }
    return spark;
  }

  /**
   * Does the work with code that Spark generates and compiles for every query, as a night of the
   * product does. All else is interpreted: that is a third quicker for a handful of rows.
   */
  public static void withGeneratedCode(Runnable work) {
    SparkSessions.generateCode(spark, true);
    try {
      work.run();
    } finally {
      SparkSessions.generateCode(spark, false);
    }
  }
}
