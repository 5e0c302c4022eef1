package org.colmado.insights.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;

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

/**
 * Reads {@link OptionalFile}s. An invalid row or file is reported and skipped; it does not fail the
 * night.
 *
 * @param folders to search; the rows of all of them are combined
 * @param problems receives one line for each problem
 */
public record OptionalFiles(SparkSession spark, List<String> folders, Consumer<String> problems) {
  private static final int SHOWN = 5;
  private static final String FAULTS = "_faults";

  public OptionalFiles {
    folders = List.copyOf(folders);
  }

  /** The valid rows; empty if there is no such file. */
  public Optional<Dataset<Row>> read(OptionalFile file) {
    List<Dataset<Row>> parts = new ArrayList<>();
    for (String folder : folders) {
      String path = folder + "/" + file.name();
      if (exists(path)) {
        rows(file, path).ifPresent(parts::add);
      }
    }
    return parts.stream().reduce(Dataset::unionByName);
  }

  private Optional<Dataset<Row>> rows(OptionalFile file, String path) {
    Dataset<Row> raw = spark.read().option("header", "true").csv(path);
    List<String> missing = new ArrayList<>(file.columns());
    missing.removeAll(Arrays.asList(raw.columns()));
    if (!missing.isEmpty()) {
      problems.accept(
          "Cannot use %s: found the columns %s, expected also %s"
              .formatted(path, Arrays.toString(raw.columns()), missing));
      return Optional.empty();
    }

    Column isGood = size(col(FAULTS)).equalTo(0);
    Dataset<Row> checked = raw.withColumn(FAULTS, file.faults());
    report(file, path, checked.where(not(isGood)));
    Column[] values = file.cells().stream().map(OptionalFile.Cell::value).toArray(Column[]::new);
    return Optional.of(checked.where(isGood).select(values));
  }

  private void report(OptionalFile file, String path, Dataset<Row> bad) {
    List<Row> rows = bad.takeAsList(SHOWN + 1);
    for (Row row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      String column = row.<String>getList(row.fieldIndex(FAULTS)).get(0);
      problems.accept(
          "Cannot use a row of %s: %s of '%s' is '%s', expected %s"
              .formatted(
                  path,
                  column,
                  row.<Object>getAs(file.calledBy()),
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
