package org.colmado.insights.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.delta.tables.DeltaTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.delta.DataFiles;
import org.colmado.insights.delta.ResultTables;
import org.colmado.insights.delta.TableWriter;
import org.colmado.insights.schema.TableSpec;

/**
 * The Delta tables under one root folder. Every write creates the table from its spec if it is
 * missing, casts and orders the columns, and is one atomic commit.
 *
 * <p>Errors: a null in a required column, or a row that breaks a check, fails the write and leaves
 * the table as it was. Delta's message contains row values: write it to a log, never to a page.
 */
public final class Lake {
  private static final String GONE = "_gone";

  /** So many rows are written from memory, and tables of so many bytes are searched in it. */
  private static final int FEW_ROWS = 10_000;

  private static final long FEW_BYTES = 8L << 20;

  /** A table of more files is read through Delta, which skips files by their statistics. */
  private static final int MAX_LISTED_FILES = 1_000;

  /** Spark takes a file's path for a pattern, if it has one of these. */
  private static final Pattern PATTERN_MARKS = Pattern.compile("[\\[\\]{}*?\\\\]");

  private final SparkSession spark;
  private final String root;
  private final ResultTables results;
  private final TableWriter writer;
  private final LakeListener listener;

  /**
   * @param root folder or Hadoop URI; made on the first write
   */
  public Lake(SparkSession spark, String root) {
    this(spark, root, table -> {});
  }

  /**
   * @param root folder or Hadoop URI; made on the first write
   * @param listener is told of readings and commits
   */
  public Lake(SparkSession spark, String root, LakeListener listener) {
    this.spark = spark;
    this.root = root;
    this.results = new ResultTables(spark.sparkContext().hadoopConfiguration(), root);
    this.writer = new TableWriter(spark.sparkContext().hadoopConfiguration(), root);
    this.listener = listener;
  }

  public SparkSession spark() {
    return spark;
  }

  /** The folder or URI the tables are under. */
  public String root() {
    return root;
  }

  public boolean exists(TableSpec table) {
    return results.exists(table);
  }

  /** Reader of the tables without Spark. */
  public ResultTables results() {
    return results;
  }

  /**
   * All rows of the table's newest version, whatever is written later; an empty Dataset with the
   * same columns if it was never written. A column that an earlier version of the product did not
   * have is null.
   */
  public Dataset<Row> read(TableSpec table) {
    listener.read(table);
    Optional<DataFiles> files = results.files(table);
    if (files.isEmpty() || files.get().paths().isEmpty()) {
      return rows(table, List.of());
    }
    return isReadByFiles(files.get()) ? readFiles(table, files.get()) : readDelta(table);
  }

  private boolean isReadByFiles(DataFiles files) {
    return files.areWhole()
        && files.paths().size() <= MAX_LISTED_FILES
        && !PATTERN_MARKS.matcher(root).find();
  }

  /**
   * Some columns of all rows, read without a Spark job into memory: for tables that grow with
   * stores, products or files, never with tickets.
   *
   * @param columns of the table, in the order of the values wanted
   */
  public List<Object[]> values(TableSpec table, List<String> columns) {
    listener.read(table);
    return results.rows(table, columns);
  }

  /** Spares the jobs in which Spark finds out a table's files: half a second for each table. */
  private Dataset<Row> readFiles(TableSpec table, DataFiles files) {
    return spark
        .read()
        .schema(SparkTypes.schema(table))
        .parquet(files.paths().toArray(String[]::new));
  }

  private Dataset<Row> readDelta(TableSpec table) {
    Dataset<Row> rows = spark.read().format("delta").load(path(table));
    for (StructField column : newColumns(table, rows.schema())) {
      rows = rows.withColumn(column.name(), lit(null).cast(column.dataType()));
    }
    return rows.selectExpr(table.schema().names().toArray(String[]::new));
  }

  private static List<StructField> newColumns(TableSpec table, StructType written) {
    List<String> names = List.of(written.fieldNames());

    return Arrays.stream(SparkTypes.schema(table).fields())
        .filter(column -> !names.contains(column.name()))
        .toList();
  }

  /** Adds the columns that the table of an earlier version does not have. */
  private void addNewColumns(TableSpec table) {
    if (results.hasAllColumns(table)) {
      return;
    }

    String added =
        newColumns(table, spark.read().format("delta").load(path(table)).schema()).stream()
            .map(column -> "`%s` %s".formatted(column.name(), column.dataType().sql()))
            .collect(Collectors.joining(", "));
    spark.sql("ALTER TABLE delta.`%s` ADD COLUMNS (%s)".formatted(path(table), added));
  }

  /**
   * A Dataset of the given rows.
   *
   * @param rows values in the order of the table's columns
   */
  public Dataset<Row> rows(TableSpec table, List<Row> rows) {
    return spark.createDataFrame(rows, SparkTypes.schema(table));
  }

  /** Replaces the content of the table. */
  public void overwrite(TableSpec table, Dataset<Row> rows) {
    create(table);
    shaped(table, rows).write().format("delta").mode("overwrite").save(path(table));
    listener.committed(table);
  }

  public void append(TableSpec table, Dataset<Row> rows) {
    create(table);
    shaped(table, rows).write().format("delta").mode("append").save(path(table));
    listener.committed(table);
  }

  /**
   * Appends rows; few of them without Spark's own writing, which takes half a second whatever it
   * writes.
   *
   * @param count number of the rows, or an estimate; a wrong one costs time, never rows
   */
  public void append(TableSpec table, Dataset<Row> rows, long count) {
    ifFew(table, rows, count).ifPresentOrElse(few -> append(table, few), () -> append(table, rows));
  }

  /** The rows in memory; empty if they are many. */
  private static Optional<List<Row>> ifFew(TableSpec table, Dataset<Row> rows, long count) {
    if (count > FEW_ROWS) {
      return Optional.empty();
    }

    List<Row> some = rows.select(castColumns(table)).limit(FEW_ROWS + 1).collectAsList();
    return Optional.of(some).filter(all -> all.size() <= FEW_ROWS);
  }

  /**
   * Appends rows that are in memory, without a Spark job.
   *
   * @param rows values in the order of the table's columns
   */
  public void append(TableSpec table, List<Row> rows) {
    writeHere(table, rows, () -> writer.append(table, javaRows(table, rows)), Lake::append);
  }

  /**
   * Replaces the content of the table by rows that are in memory, without a Spark job.
   *
   * @param rows values in the order of the table's columns
   */
  public void overwrite(TableSpec table, List<Row> rows) {
    writeHere(table, rows, () -> writer.overwrite(table, javaRows(table, rows)), Lake::overwrite);
  }

  /** Through Spark if the table is of an earlier version, with constraints of its own. */
  private void writeHere(TableSpec table, List<Row> rows, Runnable write, DatasetWrite bySpark) {
    Dataset<Row> dataset = rows(table, rows).coalesce(1);
    if (!results.hasAllColumns(table) || !writer.canWrite(table)) {
      bySpark.write(this, table, dataset);
      return;
    }

    RowChecks.held(table, rows(table, rows)).collectAsList();
    write.run();
    listener.committed(table);
  }

  private static List<Object[]> javaRows(TableSpec table, List<Row> rows) {
    return rows.stream().map(row -> SparkValues.toJava(row, table.schema())).toList();
  }

  /** One of this class's ways to write a Dataset. */
  private interface DatasetWrite {
    void write(Lake lake, TableSpec table, Dataset<Row> rows);
  }

  /**
   * Upserts by key: updates the rows whose key is in the table and inserts the others. Idempotent.
   *
   * @param rows at most one for each key
   */
  public void merge(TableSpec table, Dataset<Row> rows) {
    if (!exists(table)) {
      append(table, rows);
      return;
    }

    addNewColumns(table);

    DeltaTable.forPath(spark, path(table))
        .as("kept")
        .merge(shaped(table, rows).as("given"), table.sameRow("kept", "given"))
        .whenMatched()
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
    listener.committed(table);
  }

  /**
   * Upserts by key. If no key exists yet, which is the usual case, it appends, which is much
   * faster.
   *
   * @param rows at most one for each key; computed twice
   */
  public void upsert(TableSpec table, Dataset<Row> rows) {
    if (exists(table)
        && !keysOf(table, read(table)).join(rows, key(table), "left_semi").isEmpty()) {
      merge(table, rows);
    } else {
      append(table, rows);
    }
  }

  /**
   * The same; few rows without Spark's own writing.
   *
   * @param count number of the rows, or an estimate; a wrong one costs time, never rows
   */
  public void upsert(TableSpec table, Dataset<Row> rows, long count) {
    ifFew(table, rows, count).ifPresentOrElse(few -> upsert(table, few), () -> upsert(table, rows));
  }

  /**
   * Upserts rows that are in memory; without a Spark job if none of their keys exists.
   *
   * @param rows at most one for each key, values in the order of the table's columns
   */
  public void upsert(TableSpec table, List<Row> rows) {
    if (hasAnyOf(table, rows)) {
      merge(table, rows(table, rows).coalesce(1));
    } else {
      append(table, rows);
    }
  }

  /** Whether any key of the rows is in the table. */
  private boolean hasAnyOf(TableSpec table, List<Row> rows) {
    Optional<DataFiles> files = results.files(table);
    if (files.isEmpty()) {
      return false;
    }
    if (files.get().bytes() > FEW_BYTES) {
      return !keysOf(table, read(table)).join(rows(table, rows), key(table), "left_semi").isEmpty();
    }

    Set<List<Object>> given =
        javaRows(table, rows).stream().map(row -> keyOf(table, row)).collect(Collectors.toSet());
    return values(table, table.key()).stream().map(Arrays::asList).anyMatch(given::contains);
  }

  private static List<Object> keyOf(TableSpec table, Object[] row) {
    return table.key().stream().map(column -> row[table.schema().indexOf(column)]).toList();
  }

  private static Dataset<Row> keysOf(TableSpec table, Dataset<Row> rows) {
    return rows.selectExpr(key(table));
  }

  private static String[] key(TableSpec table) {
    return table.key().toArray(String[]::new);
  }

  /**
   * As {@link #merge(TableSpec, Dataset)}, and also deletes rows, in the same commit.
   *
   * @param gone keys of rows to delete; none of them may be in {@code rows}
   */
  public void merge(TableSpec table, Dataset<Row> rows, Dataset<Row> gone) {
    merge(table, rows, gone, lit(true));
  }

  /**
   * The same, but reads only the files that can contain the keys.
   *
   * @param within condition that every given and deleted row meets, with columns as {@code
   *     kept.NAME}
   */
  public void merge(TableSpec table, Dataset<Row> rows, Dataset<Row> gone, Column within) {
    if (!exists(table)) {
      append(table, rows);
      return;
    }

    addNewColumns(table);
    Column[] key = table.key().stream().map(column -> col(column)).toArray(Column[]::new);
    Dataset<Row> given =
        shaped(table, rows)
            .withColumn(GONE, lit(false))
            .unionByName(gone.select(key).withColumn(GONE, lit(true)), true);
    Map<String, Column> values = new HashMap<>();
    for (String column : table.schema().names()) {
      values.put(column, col("given." + column));
    }

    DeltaTable.forPath(spark, path(table))
        .as("kept")
        .merge(given.as("given"), expr(table.sameRow("kept", "given")).and(within))
        .whenMatched(col("given." + GONE))
        .delete()
        .whenMatched()
        .update(values)
        .whenNotMatched(not(col("given." + GONE)))
        .insert(values)
        .execute();
    listener.committed(table);
  }

  /**
   * Sets columns of the rows that agree with a given row.
   *
   * @param rows at most one for each value of {@code on}
   * @param on columns that must agree; need not be the key
   * @param columns to set; no check of the spec is about them
   */
  public void update(TableSpec table, Dataset<Row> rows, List<String> on, List<String> columns) {
    RowChecks.requireNone(table, columns);
    if (!exists(table)) {
      return;
    }

    addNewColumns(table);
    String agree =
        on.stream()
            .map(column -> "kept." + column + " = given." + column)
            .collect(Collectors.joining(" AND "));
    Map<String, Column> values = new HashMap<>();
    columns.forEach(column -> values.put(column, col("given." + column)));
    DeltaTable.forPath(spark, path(table))
        .as("kept")
        .merge(rows.as("given"), agree)
        .whenMatched()
        .update(values)
        .execute();
    listener.committed(table);
  }

  /**
   * Restores the table to its latest version that passes a test; does nothing if that is the
   * current one.
   *
   * @param holds test of all rows of a version
   */
  public void restoreLastValid(TableSpec table, Predicate<Dataset<Row>> holds) {
    if (!exists(table) || holds.test(read(table))) {
      return;
    }

    DeltaTable kept = DeltaTable.forPath(spark, path(table));
    for (Row commit :
        kept.history().select("version").orderBy(col("version").desc()).collectAsList()) {
      long version = commit.getLong(0);
      if (holds.test(
          spark.read().format("delta").option("versionAsOf", version).load(path(table)))) {
        kept.restoreToVersion(version);
        listener.committed(table);
        return;
      }
    }
    throw new IllegalStateException("No version of " + table.name() + " is as it should be");
  }

  /** Number of the table's newest commit. */
  public long version(TableSpec table) {
    return results.version(table).orElseThrow();
  }

  /** Removes the rows that meet the condition. */
  public void delete(TableSpec table, Column condition) {
    if (exists(table)) {
      DeltaTable.forPath(spark, path(table)).delete(condition);
      listener.committed(table);
    }
  }

  /** Where the table's folder is. */
  public String path(TableSpec table) {
    return root + "/" + table.name();
  }

  /** Creates the table, or adds the columns that it lacks. */
  public void create(TableSpec table) {
    if (exists(table)) {
      addNewColumns(table);
    } else {
      writer.create(table);
    }
  }

  private static Dataset<Row> shaped(TableSpec table, Dataset<Row> rows) {
    return RowChecks.held(table, rows.select(castColumns(table)));
  }

  private static Column[] castColumns(TableSpec table) {
    return Arrays.stream(SparkTypes.schema(table).fields())
        .map(field -> col(field.name()).cast(field.dataType()).as(field.name()))
        .toArray(Column[]::new);
  }
}
