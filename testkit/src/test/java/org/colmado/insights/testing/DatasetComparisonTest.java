package org.colmado.insights.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DatasetComparisonTest {
  private static final Dataset<Row> ROWS = rows("('a', 1.0D), ('b', 2.0D), ('b', 2.0D)");

  @Test
  void theSameRowsAreEqualInAnyOrder() {
    Dataset<Row> turned = rows("('b', 2.0D), ('a', 1.0D), ('b', 2.0D)");

    assertThatCode(() -> DatasetComparison.assertSameInOrder(ROWS, ROWS))
        .doesNotThrowAnyException();
    assertThatCode(() -> DatasetComparison.assertSame(ROWS, turned)).doesNotThrowAnyException();
    assertThatThrownBy(() -> DatasetComparison.assertSameInOrder(ROWS, turned))
        .isInstanceOf(Throwable.class);
  }

  @Test
  void aRowThatIsMissingRepeatedOrOtherIsFound() {
    assertDiffers("('a', 1.0D), ('b', 2.0D)");
    assertDiffers("('a', 1.0D), ('a', 1.0D), ('b', 2.0D)");
    assertDiffers("('a', 1.0D), ('b', 2.0D), ('b', 2.1D)");
    assertDiffers("('a', 1), ('b', 2), ('b', 2)");
  }

  @Test
  void roundingIsAllowedWhereItIsAskedFor() {
    Dataset<Row> near = rows("('a', 1.0D), ('b', 2.0D), ('b', 2.0001D)");

    assertThatCode(() -> DatasetComparison.assertClose(ROWS, near, 0.001))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> DatasetComparison.assertClose(ROWS, near, 0.00001))
        .isInstanceOf(Throwable.class);
  }

  private static void assertDiffers(String values) {
    assertThatThrownBy(() -> DatasetComparison.assertSame(ROWS, rows(values)))
        .as(values)
        .isInstanceOf(Throwable.class);
  }

  private static Dataset<Row> rows(String values) {
    return SparkExtension.session().sql("SELECT * FROM VALUES " + values + " AS t(name, value)");
  }
}
