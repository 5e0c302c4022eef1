package org.colmado.insights.testing;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares Datasets with spark-testing-base: schema and rows. */
public final class DatasetComparison {
  private static final JavaDataFrameSuiteBase SUITE = new JavaDataFrameSuiteBase();

  private DatasetComparison() {}

  /** Fails unless schema and rows are equal, in this order. */
  public static void assertSameInOrder(Dataset<Row> expected, Dataset<Row> actual) {
    SUITE.assertDataFrameEquals(expected, actual);
  }

  /** Fails unless schema and rows are equal in any order, repeated rows included. */
  public static void assertSame(Dataset<Row> expected, Dataset<Row> actual) {
    SUITE.assertDataFrameNoOrderEquals(expected, actual);
  }

  /**
   * Fails unless schema and rows are equal, in this order, up to rounding.
   *
   * @param tolerance largest difference of two numbers
   */
  public static void assertClose(Dataset<Row> expected, Dataset<Row> actual, double tolerance) {
    SUITE.assertDataFrameApproximateEquals(expected, actual, tolerance);
  }
}
