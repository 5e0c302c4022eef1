package org.colmado.insights.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toCollection;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.assembly.AssembledRows;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.file.RawRecord;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.IngestedFiles;
import org.colmado.insights.table.Sales;

/** Numbers of records by file, disposition and reason, counted in one pass. */
public final class DispositionCounts {
  /** A file with such a fault is read again until it, its permissions or its mapping is mended. */
  private static final Set<String> TO_READ_AGAIN =
      Set.of("file_unreadable", "file_without_column", "file_with_repeated_column");

  private final List<RecordCount> counts;

  /**
   * The number of records of a file with the same disposition.
   *
   * @param storeId null for rejected records
   * @param reason of the rejection; else null
   */
  private record RecordCount(
      String file, String storeId, String disposition, String reason, long records) {
    boolean is(String other) {
      return disposition.equals(other);
    }
  }

  private DispositionCounts(List<RecordCount> counts) {
    this.counts = counts;
  }

  /**
   * Collects the counts: some rows for each file.
   *
   * @param counts of {@link AssembledRows#COUNT}
   */
  public static DispositionCounts of(Dataset<Row> counts) {
    return new DispositionCounts(
        counts
            .groupBy(
                col(Fragments.FILE),
                col(Sales.STORE_ID),
                col(AssembledRows.DISPOSITION),
                col(Fragments.REASON))
            .agg(sum(AssembledRows.RECORDS))
            .collectAsList()
            .stream()
            .map(
                row ->
                    new RecordCount(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4)))
            .toList());
  }

  /** Number of records with this disposition. */
  public long records(String disposition) {
    return records(counts.stream().filter(count -> count.is(disposition)));
  }

  /** Rejections that stand for a whole file, or for a row that a report adds to its sales. */
  public long rejectionsThatAreNoRecords() {
    return records(
        refused()
            .filter(
                count ->
                    count.reason().startsWith("file_")
                        || RawRecord.Fault.OF_REPORTS.contains(count.reason())));
  }

  /** Rejected records by reason. */
  public Map<String, Long> reasons() {
    return refused()
        .collect(groupingBy(RecordCount::reason, TreeMap::new, summingLong(RecordCount::records)));
  }

  /** Stores with a ticket that was accepted now or before. */
  public Set<String> stores() {
    return counts.stream()
        .filter(count -> !count.is(AssembledRows.REJECTED))
        .map(RecordCount::storeId)
        .collect(toCollection(TreeSet::new));
  }

  /**
   * Rows of {@link IngestedFiles}, one for each file that was read, also if it had no record. A
   * file that was refused whole for what can be mended has none, so that the next night tries it
   * again.
   */
  public List<Row> files(List<InputFile> files, String source, Instant ingestedAt) {
    Map<String, List<RecordCount>> byFile = counts.stream().collect(groupingBy(RecordCount::file));

    return files.stream()
        .map(file -> row(file, byFile.getOrDefault(file.path(), List.of()), source, ingestedAt))
        .filter(row -> row != null)
        .toList();
  }

  private static Row row(
      InputFile file, List<RecordCount> ofFile, String source, Instant ingestedAt) {
    if (ofFile.stream()
        .anyMatch(count -> count.reason() != null && TO_READ_AGAIN.contains(count.reason()))) {
      return null;
    }

    DispositionCounts counts = new DispositionCounts(ofFile);
    return SparkTypes.row(
        TableRow.of(IngestedFiles.TABLE)
            .with(IngestedFiles.SOURCE, source)
            .with(IngestedFiles.FILE, file.path())
            .with(IngestedFiles.SIZE_BYTES, file.sizeBytes())
            .with(IngestedFiles.MODIFIED_AT, file.modifiedAt())
            .with(IngestedFiles.ROWS_IN, records(ofFile.stream()))
            .with(IngestedFiles.ROWS_ACCEPTED, counts.records(AssembledRows.ACCEPTED))
            .with(IngestedFiles.ROWS_REJECTED, counts.records(AssembledRows.REJECTED))
            .with(IngestedFiles.ROWS_DUPLICATE, counts.records(AssembledRows.DUPLICATE))
            .with(IngestedFiles.INGESTED_AT, ingestedAt));
  }

  private Stream<RecordCount> refused() {
    return counts.stream().filter(count -> count.is(AssembledRows.REJECTED));
  }

  private static long records(Stream<RecordCount> counts) {
    return counts.mapToLong(RecordCount::records).sum();
  }
}
