package org.colmado.insights.delta;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.ColumnType.TableColumn;
import org.colmado.insights.schema.TableSpec;

/**
 * Reads the tables of a lake without Spark. A reading sees one version of a table, the newest when
 * it begins, whatever is written meanwhile. A table that was never written has no rows.
 *
 * <p>Values are Java's: {@code LocalDate} for a date, {@code Instant} for a timestamp, {@code
 * BigDecimal} for money, {@code List} and {@code Map}; a struct is a {@code Map} by column name, in
 * order. A column that an earlier version of the product did not write is null.
 */
public final class ResultTables {
  private final DeltaFolder folder;

  /**
   * @param hadoop how to reach the folder; an empty one for a local disk
   * @param root folder or Hadoop URI the tables are under
   */
  public ResultTables(Configuration hadoop, String root) {
    this.folder = DeltaFolder.of(hadoop, root);
  }

  public boolean exists(TableSpec table) {
    return folder.newest(table).isPresent();
  }

  /** Whether the table has every column of its spec; true if it was never written. */
  public boolean hasAllColumns(TableSpec table) {
    return folder
        .newest(table)
        .map(snapshot -> snapshot.getSchema().fieldNames().containsAll(table.schema().names()))
        .orElse(true);
  }

  /** Number of the table's newest commit, from 0; empty if it was never written. */
  public Optional<Long> version(TableSpec table) {
    return folder.newest(table).map(Snapshot::getVersion);
  }

  /** The files of the newest version; empty if the table was never written. */
  public Optional<DataFiles> files(TableSpec table) {
    return folder
        .newest(table)
        .map(
            snapshot ->
                DataFiles.of(snapshot, folder.scanFiles(snapshot.getScanBuilder().build())));
  }

  /** All rows, each with its values in the order of the table's columns. */
  public List<Object[]> rows(TableSpec table) {
    return rows(table, table.schema().names());
  }

  /**
   * Some columns of all rows; the others are not read.
   *
   * @param columns of the table, in the order of the values wanted
   */
  public List<Object[]> rows(TableSpec table, List<String> columns) {
    List<Object[]> rows = new ArrayList<>();
    Struct wanted = new Struct(columns.stream().map(table.schema()::column).toList());
    folder.newest(table).ifPresent(snapshot -> read(snapshot, wanted, rows::add));
    return rows;
  }

  private void read(Snapshot snapshot, Struct wanted, Consumer<Object[]> rows) {
    StructType written = snapshot.getSchema();
    Struct present =
        new Struct(
            wanted.columns().stream()
                .filter(column -> written.indexOf(column.name()) >= 0)
                .toList());
    Scan scan = snapshot.getScanBuilder().withReadSchema(KernelTypes.struct(present)).build();
    Row state = scan.getScanState(folder.engine());
    for (Row file : folder.scanFiles(scan)) {
      readFile(state, file, batch -> toRows(batch, wanted, rows));
    }
  }

  private void readFile(Row state, Row file, Consumer<FilteredColumnarBatch> batches) {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    StructType physical = ScanStateRow.getPhysicalDataReadSchema(state);
    try (CloseableIterator<FileReadResult> data =
            folder
                .engine()
                .getParquetHandler()
                .readParquetFiles(one(status), physical, Optional.empty());
        CloseableIterator<FilteredColumnarBatch> logical =
            Scan.transformPhysicalData(
                folder.engine(), state, file, data.map(FileReadResult::getData))) {
      logical.forEachRemaining(batches);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + status.getPath(), e);
    }
  }

  private static CloseableIterator<FileStatus> one(FileStatus status) {
    return Utils.singletonCloseableIterator(status);
  }

  private static void toRows(FilteredColumnarBatch batch, Struct wanted, Consumer<Object[]> rows) {
    ColumnarBatch data = batch.getData();
    Optional<ColumnVector> selected = batch.getSelectionVector();
    for (int row = 0; row < data.getSize(); row++) {
      if (selected.isEmpty() || isSelected(selected.get(), row)) {
        rows.accept(values(data, row, wanted));
      }
    }
  }

  private static boolean isSelected(ColumnVector selected, int row) {
    return !selected.isNullAt(row) && selected.getBoolean(row);
  }

  private static Object[] values(ColumnarBatch data, int row, Struct wanted) {
    Object[] values = new Object[wanted.columns().size()];
    for (int i = 0; i < values.length; i++) {
      TableColumn column = wanted.columns().get(i);
      int ordinal = data.getSchema().indexOf(column.name());
      values[i] =
          ordinal < 0 ? null : KernelValues.at(data.getColumnVector(ordinal), row, column.type());
    }
    return values;
  }
}
