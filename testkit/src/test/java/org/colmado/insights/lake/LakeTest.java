package org.colmado.insights.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class LakeTest {
  private static final TableSpec SHELVES =
      new TableSpec(
          "shelves",
          "One row per shelf",
          List.of("shelf_id"),
          new ColumnType.Struct()
              .add(Columns.required("shelf_id", ColumnType.LONG, "Shelf, counted from the door"))
              .add(Columns.required("height_cm", ColumnType.INTEGER, "Height of the board"))
              .add(Columns.optional("label", ColumnType.STRING, "Null: nothing is written")),
          List.of(new Check("height_not_negative", "height_cm >= 0")));

  private final SparkSession spark = SparkExtension.session();
  private Lake lake;

  @BeforeEach
  void openLake(@TempDir Path root) {
    lake = new Lake(spark, root.toString());
  }

  @Test
  void readsATableThatWasNeverWrittenAsNoRowsOfItsShape() {
    assertThat(lake.read(SHELVES).schema()).isEqualTo(SparkTypes.schema(SHELVES));
    assertThat(lake.read(SHELVES).count()).isZero();
  }

  @Test
  void keepsCommentsAndRefusesNullsAndBrokenChecks() {
    lake.append(SHELVES, shelves("(1, 40, 'rice')"));

    assertThat(lake.read(SHELVES).schema().apply("height_cm").getComment().get())
        .isEqualTo("Height of the board");
    assertThatThrownBy(() -> lake.append(SHELVES, shelves("(2, -1, null)")))
        .hasStackTraceContaining("height_not_negative");
    assertThatThrownBy(() -> lake.append(SHELVES, shelves("(2, null, null)")))
        .hasStackTraceContaining("height_cm");
    assertThat(lake.read(SHELVES).count()).isEqualTo(1);
  }

  @Test
  void mergingTwiceIsMergingOnce() {
    lake.merge(SHELVES, shelves("(1, 40, 'rice'), (2, 50, 'beans')"));
    lake.merge(SHELVES, shelves("(2, 55, 'beans'), (3, 60, null)"));
    lake.merge(SHELVES, shelves("(2, 55, 'beans'), (3, 60, null)"));

    assertThat(lake.read(SHELVES).orderBy("shelf_id").collectAsList())
        .extracting(row -> row.getInt(1))
        .containsExactly(40, 55, 60);
  }

  @Test
  void aFolderMayHaveAnyName(@TempDir Path folder) {
    Lake odd = new Lake(spark, folder.resolve("el año [1] 100%20 {x} #").toString());
    odd.append(SHELVES, odd.rows(SHELVES, List.of(RowFactory.create(1L, 40, "rice"))));
    odd.append(SHELVES, List.of(RowFactory.create(2L, 50, null)));

    assertThat(odd.read(SHELVES).count()).isEqualTo(2);
    assertThat(odd.results().rows(SHELVES)).hasSize(2);
  }

  @Test
  void aReadingSeesTheVersionOfItsBeginning() {
    lake.append(SHELVES, shelves("(1, 40, 'rice')"));
    Dataset<Row> before = lake.read(SHELVES);
    lake.overwrite(SHELVES, List.of(RowFactory.create(2L, 50, null)));

    assertThat(before.collectAsList()).extracting(row -> row.getLong(0)).containsExactly(1L);
    assertThat(lake.read(SHELVES).collectAsList())
        .extracting(row -> row.getLong(0))
        .containsExactly(2L);
  }

  @Test
  void rowsInMemoryAreHeldAgainstTheSpecToo() {
    lake.append(SHELVES, List.of(RowFactory.create(1L, 40, "rice")));

    assertThatThrownBy(() -> lake.append(SHELVES, List.of(RowFactory.create(2L, -1, null))))
        .hasStackTraceContaining("height_not_negative");
    assertThatThrownBy(() -> lake.append(SHELVES, List.of(RowFactory.create(null, 1, null))))
        .hasStackTraceContaining("shelf_id");
    assertThat(lake.read(SHELVES).count()).isEqualTo(1);
    assertThat(lake.version(SHELVES)).isZero();
  }

  @Test
  void aColumnThatACheckIsAboutIsNotSetAlone() {
    lake.append(SHELVES, shelves("(1, 40, 'rice')"));

    assertThatThrownBy(
            () ->
                lake.update(
                    SHELVES, shelves("(1, -1, 'x')"), List.of("shelf_id"), List.of("height_cm")))
        .hasMessageContaining("height_not_negative");

    lake.update(SHELVES, shelves("(1, -1, 'beans')"), List.of("shelf_id"), List.of("label"));
    assertThat(lake.read(SHELVES).first().getString(2)).isEqualTo("beans");
  }

  @Test
  void intermediateResultsAreReleasedAtTheEnd() {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int before = context.getPersistentRDDs().size();
    try (IntermediateResults intermediate = new IntermediateResults()) {
      assertThat(intermediate.checkpointed(shelves("(1, 40, 'rice')")).count()).isOne();
      assertThat(context.getPersistentRDDs()).hasSizeGreaterThan(before);
    }

    assertThat(context.getPersistentRDDs()).hasSize(before);
  }

  private Dataset<Row> shelves(String values) {
    return spark.sql("SELECT * FROM VALUES " + values + " AS t(shelf_id, height_cm, label)");
  }
}
