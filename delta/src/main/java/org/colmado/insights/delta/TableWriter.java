package org.colmado.insights.delta;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.colmado.insights.schema.ColumnType.TableColumn;
import org.colmado.insights.schema.TableSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates tables and appends rows to them without Spark, each in one commit. For rows that fit in
 * memory: a commit writes one file. Checks of the spec are the caller's to hold before; a null in a
 * required column is an error, and nothing is written.
 */
public final class TableWriter {
  private static final Logger LOG = LoggerFactory.getLogger(TableWriter.class);
  private static final String ENGINE = "colmado-insights";
  private static final String CONSTRAINTS = "checkConstraints";

  private final DeltaFolder folder;

  /**
   * @param hadoop how to reach the folder; an empty one for a local disk
   * @param root folder or Hadoop URI the tables are under
   */
  public TableWriter(Configuration hadoop, String root) {
    this.folder = DeltaFolder.of(hadoop, root);
  }

  /** Creates the table, empty; an error if it exists. */
  public void create(TableSpec table) {
    commit(creation(table), CloseableIterable.emptyIterable());
  }

  /**
   * Appends rows; creates the table with them if it does not exist.
   *
   * @param rows values in the order of the table's columns, as {@link ResultTables} returns them
   */
  public void append(TableSpec table, List<Object[]> rows) {
    Optional<Snapshot> newest = folder.newest(table);
    Transaction transaction =
        newest.isEmpty()
            ? creation(table)
            : newest
                .get()
                .buildUpdateTableTransaction(ENGINE, Operation.WRITE)
                .build(folder.engine());

    commit(transaction, files(transaction, table, rows));
  }

  /**
   * Replaces the content of the table; creates it if it does not exist.
   *
   * @param rows values in the order of the table's columns, as {@link ResultTables} returns them
   */
  public void overwrite(TableSpec table, List<Object[]> rows) {
    Transaction transaction = folder.newest(table).isEmpty() ? creation(table) : replacement(table);

    commit(transaction, files(transaction, table, rows));
  }

  /**
   * Whether rows can be appended here: not to a table that has constraints, as those of earlier
   * versions do. True if the table was never written.
   */
  public boolean canWrite(TableSpec table) {
    return folder
        .newest(table)
        .map(snapshot -> !snapshot.getProtocol().getWriterFeatures().contains(CONSTRAINTS))
        .orElse(true);
  }

  private Transaction replacement(TableSpec table) {
    SnapshotImpl newest = (SnapshotImpl) folder.newest(table).orElseThrow();

    return newest
        .buildReplaceTableTransaction(KernelTypes.struct(table.schema()), ENGINE)
        .withTableProperties(TableProperties.of(table))
        .withDataLayoutSpec(layout(table))
        .build(folder.engine());
  }

  private Transaction creation(TableSpec table) {
    return TableManager.buildCreateTableTransaction(
            folder.path(table), KernelTypes.struct(table.schema()), ENGINE)
        .withTableProperties(TableProperties.of(table))
        .withDataLayoutSpec(layout(table))
        .build(folder.engine());
  }

  private static DataLayoutSpec layout(TableSpec table) {
    return table.clusteredBy().isEmpty()
        ? DataLayoutSpec.noDataLayout()
        : DataLayoutSpec.clustered(table.clusteredBy().stream().map(Column::new).toList());
  }

  private CloseableIterable<Row> files(
      Transaction transaction, TableSpec table, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return CloseableIterable.emptyIterable();
    }

    Engine engine = folder.engine();
    Row state = transaction.getTransactionState(engine);
    DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
    try {
      CloseableIterator<DataFileStatus> written =
          engine
              .getParquetHandler()
              .writeParquetFiles(
                  folderOf(context),
                  Transaction.transformLogicalData(
                      engine,
                      state,
                      Utils.singletonCloseableIterator(batch(transaction, table, rows)),
                      Map.of()),
                  context.getStatisticsColumns());
      return CloseableIterable.inMemoryIterable(
          Transaction.generateAppendActions(engine, state, written, context));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + table.name(), e);
    }
  }

  /** Kernel encodes the folder as a URI, but takes it for a path: "el año" was "el%20año". */
  private static String folderOf(DataWriteContext context) {
    return new Path(URI.create(context.getTargetDirectory())).toString();
  }

  /** The rows in the order of the written table's columns. */
  private FilteredColumnarBatch batch(
      Transaction transaction, TableSpec table, List<Object[]> rows) {
    StructType schema = transaction.getSchema(folder.engine());
    ColumnVector[] vectors =
        schema.fieldNames().stream()
            .map(name -> vector(table, name, rows))
            .toArray(ColumnVector[]::new);

    return new FilteredColumnarBatch(
        new DefaultColumnarBatch(rows.size(), schema, vectors), Optional.empty());
  }

  private static ColumnVector vector(TableSpec table, String name, List<Object[]> rows) {
    TableColumn column = table.schema().column(name);
    int index = table.schema().indexOf(name);
    List<Object> values = new ArrayList<>();
    for (Object[] row : rows) {
      if (row[index] == null && column.isRequired()) {
        throw new IllegalArgumentException(
            "Cannot write to %s: a row has no value for %s; nothing is written"
                .formatted(table.name(), name));
      }
      values.add(row[index]);
    }
    return new ValueVector(column.type(), values);
  }

  private void commit(Transaction transaction, CloseableIterable<Row> actions) {
    TransactionCommitResult result = transaction.commit(folder.engine(), actions);
    for (PostCommitHook hook : result.getPostCommitHooks()) {
      try {
        hook.threadSafeInvoke(folder.engine());
      } catch (IOException e) {
        // Without this checkpoint or checksum a later reading is slower, never wrong.
        LOG.warn("Cannot do {} after a commit", hook.getType(), e);
      }
    }
  }
}
