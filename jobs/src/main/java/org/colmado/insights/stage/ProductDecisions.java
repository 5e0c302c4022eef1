package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.try_element_at;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.Baskets;
import org.colmado.insights.products.CategorisedProducts;
import org.colmado.insights.products.Categoriser;
import org.colmado.insights.products.OwnerCorrections;
import org.colmado.insights.run.Run;
import org.colmado.insights.table.CategoryCorrections;
import org.colmado.insights.table.ProductCategories;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * Decides the category of product names and of their lines. All known names are decided again each
 * time, so that a new lexicon entry or correction also applies to old sales. Changed tickets are
 * marked as read again, so that their days are rebuilt.
 */
final class ProductDecisions {
  private ProductDecisions() {}

  /**
   * Decides all known names again.
   *
   * @return number of known names
   */
  static long ofKnownNames(Run run) {
    return decide(run, known(run)).size();
  }

  /**
   * Decides the known names and those of new tickets.
   *
   * @param names as {@link CategorisedProducts} takes them
   * @return category of each name, by product_key
   */
  static Map<String, String> newNames(Run run, SourceMapping mapping, Dataset<Row> names) {
    Dataset<Row> given =
        names.withColumn(ProductCategories.CATALOGUE_CATEGORY, label(mapping)).select(name());

    return decide(run, known(run).unionByName(given));
  }

  /** Whether all known names were decided by today's files and corrections. */
  static boolean areOfToday(Run run) {
    String version = Categoriser.versionOf(folder(run), corrections(run));

    return run.small().rows(ProductCategories.TABLE).stream()
        .allMatch(row -> row.getAs(ProductCategories.LEXICON_VERSION).equals(version));
  }

  private static OwnerCorrections corrections(Run run) {
    return OwnerCorrections.of(run.small().rows(CategoryCorrections.TABLE));
  }

  private static Path folder(Run run) {
    return run.conf().find("categories");
  }

  private static Map<String, String> decide(Run run, Dataset<Row> names) {
    OwnerCorrections corrections = corrections(run);
    Categoriser categoriser = Categoriser.read(folder(run), corrections);
    corrections
        .unknown(Set.copyOf(categoriser.categories().codes()))
        .forEach(it -> run.progress().say("  correction with an unknown category: %s", it));
    List<Row> decided =
        new CategorisedProducts(categoriser).from(names).select(columns()).collectAsList();
    Map<String, Row> before = new HashMap<>();
    run.small().rows(ProductCategories.TABLE).forEach(row -> before.put(key(row), row));

    List<Row> changed = decided.stream().filter(row -> !row.equals(before.get(key(row)))).toList();
    List<Row> moved =
        changed.stream()
            .filter(row -> before.containsKey(key(row)))
            .filter(row -> !category(row).equals(category(before.get(key(row)))))
            .toList();
    if (!moved.isEmpty()) {
      moveLines(run, rows(run, moved));
    }
    run.small().upsert(ProductCategories.TABLE, changed);
    return decided.stream().collect(Collectors.toMap(row -> key(row), row -> category(row)));
  }

  private static Dataset<Row> rows(Run run, List<Row> rows) {
    return run.lake().rows(ProductCategories.TABLE, rows);
  }

  private static String key(Row row) {
    return row.getString(ProductCategories.TABLE.schema().indexOf(ProductCategories.PRODUCT_KEY));
  }

  private static String category(Row row) {
    return row.getString(ProductCategories.TABLE.schema().indexOf(ProductCategories.CATEGORY));
  }

  private static Column[] columns() {
    return ProductCategories.TABLE.schema().names().stream()
        .map(functions::col)
        .toArray(Column[]::new);
  }

  /** Updates lines first, then tickets, then products: a killed run is repeated in full. */
  private static void moveLines(Run run, Dataset<Row> moved) {
    run.lake()
        .update(
            SaleLines.TABLE,
            moved.select(ProductCategories.PRODUCT_KEY, ProductCategories.CATEGORY),
            List.of(SaleLines.PRODUCT_KEY),
            List.of(SaleLines.CATEGORY));

    String[] ticket = {Sales.STORE_ID, Sales.SALE_ID};
    Dataset<Row> lines = run.lake().read(SaleLines.TABLE);
    Dataset<Row> tickets =
        lines
            .join(moved, new String[] {SaleLines.PRODUCT_KEY}, "left_semi")
            .select(Sales.STORE_ID, Sales.SALE_ID)
            .distinct();
    Dataset<Row> baskets =
        Baskets.from(lines.join(tickets, ticket, "left_semi"))
            .withColumn(Sales.INGESTED_AT, lit(run.touchedAt()));
    run.lake()
        .update(Sales.TABLE, baskets, Sales.TABLE.key(), List.of(Sales.BASKET, Sales.INGESTED_AT));
  }

  private static Dataset<Row> known(Run run) {
    return run.small().read(ProductCategories.TABLE).select(name());
  }

  private static Column[] name() {
    return new Column[] {
      col(ProductCategories.PRODUCT_KEY),
      col(ProductCategories.DESCRIPTION),
      col(ProductCategories.CATALOGUE_CATEGORY)
    };
  }

  /** The catalogue label, translated by the source's own list if it has one. */
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
