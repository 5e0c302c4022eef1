package org.colmado.insights.delta;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.colmado.insights.schema.TableSpec;

/**
 * A folder of Delta tables, one folder each, as Delta Kernel sees it.
 *
 * @param engine reads and writes files through Hadoop
 * @param root folder or Hadoop URI
 */
record DeltaFolder(Engine engine, String root) {
  static DeltaFolder of(Configuration hadoop, String root) {
    return new DeltaFolder(DefaultEngine.create(hadoop), root);
  }

  String path(TableSpec table) {
    return root + "/" + table.name();
  }

  /** The newest version of the table; empty if it was never written. */
  Optional<Snapshot> newest(TableSpec table) {
    try {
      return Optional.of(TableManager.loadSnapshot(path(table)).build(engine));
    } catch (TableNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The rows that describe the files of a scan, in the form Delta Kernel passes them around. */
  List<Row> scanFiles(Scan scan) {
    List<Row> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          rows.forEachRemaining(files::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
