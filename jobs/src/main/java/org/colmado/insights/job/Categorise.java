package org.colmado.insights.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.products.CategorisedProducts;
import org.colmado.insights.products.Categoriser;
import org.colmado.insights.spark.Scratch;
import org.colmado.insights.table.ProductCategories;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * Keeps {@link ProductCategories}, and with it the category on every line. All known names are
 * decided again each time, so that a new word in the lexicon reaches the sales of last year; the
 * tickets it changes count as read again, and their days are built again.
 */
final class Categorise {
  private static final String BEFORE = "before";

  private Categorise() {}

  /** The stage of the night: decides the known names by the lexicon as it is now. */
  static Outcome run(Run run) {
    String version = Categoriser.versionOf(run.conf().find("categories"));
    Dataset<Row> known = run.lake().read(ProductCategories.TABLE);
    if (known.where(col(ProductCategories.LEXICON_VERSION).notEqual(version)).isEmpty()) {
      return Outcome.NOTHING;
    }

    try (Scratch scratch = new Scratch()) {
      long products = decide(run, known(run), scratch).count();
      return Outcome.wrote(products, products);
    }
  }

  /**
   * Decides the known names and those of new tickets.
   *
   * @param names as {@link CategorisedProducts} takes them
   * @return a row of {@link ProductCategories} for every one of them
   */
  static Dataset<Row> newNames(
      Run run, SourceMapping mapping, Dataset<Row> names, Scratch scratch) {
    Dataset<Row> given =
        names.withColumn(ProductCategories.CATALOGUE_CATEGORY, label(mapping)).select(name());

    return decide(run, known(run).unionByName(given), scratch);
  }

  private static Dataset<Row> decide(Run run, Dataset<Row> names, Scratch scratch) {
    Categoriser categoriser = Categoriser.read(run.conf().find("categories"));
    Dataset<Row> decided = scratch.computed(new CategorisedProducts(categoriser).from(names));

    Dataset<Row> changed = scratch.computed(changed(run, decided));
    Dataset<Row> moved = changed.where(col(BEFORE).notEqual(col(ProductCategories.CATEGORY)));
    if (!moved.isEmpty()) {
      moveLines(run, moved);
    }
    if (!changed.isEmpty()) {
      run.lake().put(ProductCategories.TABLE, changed);
    }
    return decided;
  }

  /**
   * Rows that are new or other than in the table, with the category they had; null: they are new.
   */
  private static Dataset<Row> changed(Run run, Dataset<Row> decided) {
    Column[] columns =
        Arrays.stream(ProductCategories.TABLE.schema().fieldNames())
            .map(functions::col)
            .toArray(Column[]::new);
    Dataset<Row> before = run.lake().read(ProductCategories.TABLE);
    Dataset<Row> categoryBefore =
        before.select(
            col(ProductCategories.PRODUCT_KEY), col(ProductCategories.CATEGORY).as(BEFORE));

    return decided
        .select(columns)
        .except(before.select(columns))
        .join(categoryBefore, new String[] {ProductCategories.PRODUCT_KEY}, "left");
  }

  /** Lines first, then their tickets, then the products: cut short, all of it is done again. */
  private static void moveLines(Run run, Dataset<Row> moved) {
    run.lake()
        .update(
            SaleLines.TABLE,
            moved.select(ProductCategories.PRODUCT_KEY, ProductCategories.CATEGORY),
            List.of(SaleLines.PRODUCT_KEY),
            List.of(SaleLines.CATEGORY));

    Dataset<Row> tickets =
        run.lake()
            .read(SaleLines.TABLE)
            .join(moved, new String[] {SaleLines.PRODUCT_KEY}, "left_semi")
            .select(Sales.STORE_ID, Sales.SALE_ID)
            .distinct()
            .withColumn(Sales.INGESTED_AT, lit(run.startedAt()));
    run.lake().update(Sales.TABLE, tickets, Sales.TABLE.key(), List.of(Sales.INGESTED_AT));
  }

  private static Dataset<Row> known(Run run) {
    return run.lake().read(ProductCategories.TABLE).select(name());
  }

  private static Column[] name() {
    return new Column[] {
      col(ProductCategories.PRODUCT_KEY),
      col(ProductCategories.DESCRIPTION),
      col(ProductCategories.CATALOGUE_CATEGORY)
    };
  }

  /** The catalogue's label, in the words of this source's own list where it has one. */
  private static Column label(SourceMapping mapping) {
    Map<String, String> own = mapping.categories().orElse(Map.of());
    Column label = col(SaleLines.CATALOGUE_CATEGORY);

    Column[] pairs =
        own.entrySet().stream()
            .flatMap(entry -> Stream.of(lit(entry.getKey()), lit(entry.getValue())))
            .toArray(Column[]::new);

    return own.isEmpty() ? label : coalesce(try_element_at(map(pairs), label), label);
  }
}
