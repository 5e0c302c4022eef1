package org.colmado.insights.plans;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.products.ProductNames;
import org.colmado.insights.table.SaleLines;

/**
 * Reads the optional {@link SupplyFile}s. A row or file that cannot be used is said and left out:
 * no plan fails by it.
 *
 * @param folders where they may be; rows of all of them count
 * @param problems takes a line for each problem
 */
public record SupplyFiles(SparkSession spark, List<String> folders, Consumer<String> problems) {
  private static final int SHOWN = 5;
  private static final String FAULTS = "_faults";

  public SupplyFiles {
    folders = List.copyOf(folders);
  }

  /** Reads all of them. */
  public Supplies read() {
    return new Supplies(
        read(SupplyFile.STOCK),
        read(SupplyFile.COSTS),
        read(SupplyFile.SUPPLIERS),
        read(SupplyFile.DELIVERIES));
  }

  /** Rows with a product_key; empty: there is no such file. */
  private Optional<Dataset<Row>> read(SupplyFile file) {
    List<Dataset<Row>> parts = new ArrayList<>();
    for (String folder : folders) {
      String path = folder + "/" + file.name();
      if (exists(path)) {
        rows(file, path).ifPresent(parts::add);
      }
    }
    return parts.stream().reduce(Dataset::unionByName);
  }

  private Optional<Dataset<Row>> rows(SupplyFile file, String path) {
    Dataset<Row> raw = spark.read().option("header", "true").csv(path);
    List<String> missing = new ArrayList<>(file.columns());
    missing.removeAll(Arrays.asList(raw.columns()));
    if (!missing.isEmpty()) {
      problems.accept(
          "Cannot use %s: found the columns %s, expected also %s"
              .formatted(path, Arrays.toString(raw.columns()), missing));
      return Optional.empty();
    }

    Dataset<Row> checked = raw.withColumn(FAULTS, file.faults());
    report(file, path, checked.where(not(SupplyFile.isGood(col(FAULTS)))));
    Column[] values = file.cells().stream().map(SupplyFile.Cell::value).toArray(Column[]::new);
    Dataset<Row> good =
        checked
            .where(SupplyFile.isGood(col(FAULTS)))
            .select(values)
            .withColumn(SaleLines.PRODUCT_KEY, ProductNames.keyOf(col("description")));
    return Optional.of(good);
  }

  private void report(SupplyFile file, String path, Dataset<Row> bad) {
    List<Row> rows = bad.takeAsList(SHOWN + 1);
    for (Row row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      String column = row.<String>getList(row.fieldIndex(FAULTS)).get(0);
      problems.accept(
          "Cannot use a row of %s: %s of '%s' is '%s', expected %s"
              .formatted(
                  path,
                  column,
                  row.<Object>getAs("description"),
                  row.<Object>getAs(column),
                  file.expected(column)));
    }

    if (rows.size() > SHOWN) {
      problems.accept(
          "Cannot use %,d rows of %s in all; they are left out".formatted(bad.count(), path));
    }
  }

  private boolean exists(String path) {
    try {
      Path named = new Path(path);
      return named.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(named);
    } catch (IOException | IllegalArgumentException e) {
      problems.accept("Cannot look for %s: %s".formatted(path, e.getMessage()));
      return false;
    }
  }
}
