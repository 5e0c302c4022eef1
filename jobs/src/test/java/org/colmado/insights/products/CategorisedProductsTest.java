package org.colmado.insights.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.table.ProductCategories;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class CategorisedProductsTest {
  private static final Categoriser CATEGORISER = Categoriser.read(CategoriserTest.CATEGORIES);
  private static final String NAMES =
      "('pan de agua', 'PAN DE AGUA', null, 3), ('pan de agua', 'Pan de agua', null, 5),"
          + " ('cosa', 'Cosa', 'Snacks', 2), ('cosa', 'Cosa', 'Vinos', 9), ('cosa', 'cosa', null, 50),"
          + " (null, null, null, 4), ('ron luna', 'Ron Luna', 'Food and beverages', 1)";

  private final SparkSession spark = SparkExtension.session();

  // D8: docs/defects.md
  @Test
  void filesEveryProductOnceByTheLabelOfMostLines() {
    List<Row> rows = filed(NAMES);

    assertThat(rows)
        .extracting(row -> row.getAs("product_key") + ":" + row.getAs("category"))
        .containsExactly("cosa:alcohol", "pan de agua:bakery", "ron luna:alcohol");
    assertThat(rows)
        .extracting(row -> row.<String>getAs("decided_by"))
        .containsExactly("catalogue", "lexicon", "lexicon");
    assertThat(rows)
        .extracting(row -> row.<String>getAs("description"))
        .containsExactly("Cosa", "PAN DE AGUA", "Ron Luna");
    assertThat(rows)
        .extracting(row -> row.<String>getAs("catalogue_category"))
        .containsExactly("Vinos", null, "Food and beverages");
  }

  @Test
  void givesTheSameRowsWhateverTheOrder() {
    List<String> rows = new ArrayList<>(List.of(NAMES.split(",(?= *\\()", -1)));
    Collections.reverse(rows);
    String reversed = String.join(", ", rows);

    assertThat(filed(reversed)).isEqualTo(filed(NAMES));
  }

  @Test
  void takesTheFirstLabelWhereLinesWereNotCounted() {
    Dataset<Row> uncounted = names(NAMES).drop(CategorisedProducts.LINE_COUNT);

    Row cosa = new CategorisedProducts(CATEGORISER).from(uncounted).orderBy("product_key").head();

    assertThat(cosa.<String>getAs("catalogue_category")).isEqualTo("Snacks");
  }

  @Test
  void fitsItsTable(@TempDir Path root) {
    Lake lake = new Lake(spark, root.toString());

    lake.overwrite(
        ProductCategories.TABLE, new CategorisedProducts(CATEGORISER).from(names(NAMES)));

    assertThat(lake.read(ProductCategories.TABLE).count()).isEqualTo(3);
  }

  private List<Row> filed(String values) {
    return new CategorisedProducts(CATEGORISER)
        .from(names(values))
        .orderBy("product_key")
        .collectAsList();
  }

  private Dataset<Row> names(String values) {
    return spark.sql(
        "SELECT * FROM VALUES "
            + values
            + " AS t(product_key, description, catalogue_category, line_count)");
  }
}
