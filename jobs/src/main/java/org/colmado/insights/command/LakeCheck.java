package org.colmado.insights.command;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.table.Tables;

/** Checks the lake: write access, contents, and free disk space. */
record LakeCheck(Lake lake) {
  private static final String PROBE = "/_doctor_probe";
  private static final double GIB = 1024.0 * 1024 * 1024;
  private static final double MIN_GIB = 0.5;
  private static final double GOOD_GIB = 5;

  List<CheckResult> findings() {
    List<CheckResult> findings = new ArrayList<>();
    findings.add(writable());
    findings.addAll(disk());
    findings.addAll(tables());
    return findings;
  }

  /** Writes and deletes an empty file under the root. */
  private CheckResult writable() {
    Path root = new Path(lake.root());
    try {
      FileSystem files = root.getFileSystem(lake.spark().sparkContext().hadoopConfiguration());
      boolean isNew = !files.exists(root);
      Path probe = new Path(root + PROBE);
      files.create(probe, true).close();
      files.delete(isNew ? root : probe, isNew);
      return CheckResult.ok("lake " + root + (isNew ? " can be made" : " can be written to"));
    } catch (IOException | IllegalArgumentException e) {
      return CheckResult.wrong(
          "lake %s cannot be written to: %s".formatted(root, firstLine(e)),
          "set lake.root or --lake to a folder you may write to");
    }
  }

  private List<CheckResult> disk() {
    List<CheckResult> findings = new ArrayList<>();
    if (!lake.root().matches("[a-z0-9]+:.*")) {
      findings.add(free("the lake", new File(lake.root())));
    }
    findings.add(free("shuffles", new File(System.getProperty("java.io.tmpdir"))));
    return findings;
  }

  private static CheckResult free(String use, File folder) {
    File there = folder.getAbsoluteFile();
    while (!there.exists() && there.getParentFile() != null) {
      there = there.getParentFile();
    }

    double gib = there.getUsableSpace() / GIB;
    String what = String.format(Locale.ROOT, "%.1f GiB free for %s (%s)", gib, use, there);
    return gib >= GOOD_GIB
        ? CheckResult.ok(what)
        : gib >= MIN_GIB
            ? CheckResult.look(what, "free some before a large ingest")
            : CheckResult.wrong(what, "free at least " + GOOD_GIB + " GiB");
  }

  /** All counts in one query. */
  private List<CheckResult> tables() {
    List<TableSpec> written = Tables.ALL.stream().filter(lake::exists).toList();
    List<String> missing =
        Tables.ALL.stream().filter(t -> !written.contains(t)).map(TableSpec::name).toList();
    List<CheckResult> findings = new ArrayList<>();
    try {
      written.stream()
          .map(this::counted)
          .reduce(Dataset::union)
          .ifPresent(counts -> counts.collectAsList().forEach(row -> findings.add(table(row))));
    } catch (RuntimeException e) {
      findings.add(
          CheckResult.wrong(
              "tables cannot be read: " + firstLine(e), "see docs/troubleshooting.md"));
    }
    if (!missing.isEmpty()) {
      findings.add(
          CheckResult.look("not written yet: " + String.join(", ", missing), "run nightly"));
    }
    return findings;
  }

  private Dataset<Row> counted(TableSpec table) {
    boolean hasAsOf = table.schema().names().contains(Columns.AS_OF);
    Column last = hasAsOf ? max(Columns.AS_OF) : lit(null);

    return lake.read(table)
        .agg(count(lit(1)).as("rows"), last.cast("string").as("last"))
        .select(lit(table.name()).as("name"), col("rows"), col("last"));
  }

  private static CheckResult table(Row row) {
    String asOf = row.isNullAt(2) ? "" : ", last as of " + row.getString(2);

    return CheckResult.ok(
        String.format(Locale.ROOT, "%s: %,d rows%s", row.getString(0), row.getLong(1), asOf));
  }

  private static String firstLine(Exception error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
  }
}
