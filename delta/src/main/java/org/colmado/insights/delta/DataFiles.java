package org.colmado.insights.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.Row;
import io.delta.kernel.internal.InternalScanFileUtils;
import java.util.List;

/**
 * The Parquet files that make up a version of a table.
 *
 * @param paths absolute paths or URIs, none twice
 * @param bytes of all files
 * @param areWhole every row of every file belongs to the table: no deletion vector hides any, and
 *     columns are found by their names. Then a reader of Parquet reads the table
 */
public record DataFiles(List<String> paths, long bytes, boolean areWhole) {
  private static final String COLUMN_MAPPING = "delta.columnMapping.mode";

  static DataFiles of(Snapshot snapshot, List<Row> scanFiles) {
    List<String> paths =
        scanFiles.stream()
            .map(file -> InternalScanFileUtils.getAddFileStatus(file).getPath())
            .toList();
    long bytes =
        scanFiles.stream()
            .mapToLong(file -> InternalScanFileUtils.getAddFileStatus(file).getSize())
            .sum();
    boolean hidesNone =
        scanFiles.stream()
            .allMatch(
                file -> InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file) == null);

    return new DataFiles(paths, bytes, hidesNone && isPlain(snapshot));
  }

  private static boolean isPlain(Snapshot snapshot) {
    return snapshot.getPartitionColumnNames().isEmpty()
        && snapshot.getTableProperties().getOrDefault(COLUMN_MAPPING, "none").equals("none");
  }
}
