package org.colmado.insights.ingest.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.ticket.Fragments;

/**
 * The tickets of one number as the files have them: the sale, and its returns by day.
 *
 * @param byDay versions of the return of each day; of the sale under {@link #SALE}
 */
record TicketVersions(Map<LocalDate, List<TicketVersion>> byDay) {
  /** Stands for the day of the sale. */
  static final LocalDate SALE = LocalDate.MIN;

  private static final int FILE = Fragments.TYPE.fieldIndex(Fragments.FILE);
  private static final int REASON = Fragments.TYPE.fieldIndex(Fragments.REASON);

  /**
   * The versions; each file's rows are one, or all together if tickets are split over files.
   *
   * @param fragments rows of {@link Fragments#TYPE}; those of the lake have no file
   * @param result is told the rows that are copies
   */
  static TicketVersions of(List<Row> fragments, AssemblySettings settings, AssembledNumber result) {
    Map<String, List<Row>> byFile =
        fragments.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.isNullAt(FILE) ? "" : row.getString(FILE),
                    TreeMap::new,
                    Collectors.toList()));
    TicketVersions versions = new TicketVersions(new TreeMap<>());
    Set<Long> seen = new HashSet<>();
    List<FlatRow> ofAllFiles = new ArrayList<>();
    byFile.forEach(
        (file, ofFile) -> {
          if (settings.ticketsAreSplit()) {
            ofAllFiles.addAll(unseen(ofFile, seen, settings, result));
          } else {
            versions.add(
                unseen(ofFile, new HashSet<>(), settings, result),
                isComplete(ofFile, settings),
                settings);
          }
        });
    versions.add(ofAllFiles, isComplete(fragments, settings), settings);
    return versions;
  }

  /** The rows of a file whose keys were not seen before; the others are duplicates. */
  private static List<FlatRow> unseen(
      List<Row> ofFile, Set<Long> seen, AssemblySettings settings, AssembledNumber result) {
    List<FlatRow> rows =
        ofFile.stream().filter(row -> row.isNullAt(REASON)).map(FlatRow::of).toList();
    List<FlatRow> unseen =
        NumberedRows.of(rows, settings.repeatsAreCopies()).byKey().entrySet().stream()
            .filter(row -> seen.add(row.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (rows.size() > unseen.size()) {
      result.count(rows.get(0).file(), AssembledRows.DUPLICATE, null, rows.size() - unseen.size());
    }
    return unseen;
  }

  private void add(List<FlatRow> rows, boolean isComplete, AssemblySettings settings) {
    for (TicketPart part : TicketPart.of(rows)) {
      byDay
          .computeIfAbsent(part.isReturn() ? part.returnedOn() : SALE, day -> new ArrayList<>())
          .add(TicketVersion.of(part, isComplete, settings));
    }
  }

  private static boolean isComplete(List<Row> fragments, AssemblySettings settings) {
    return fragments.stream()
        .allMatch(
            row -> row.isNullAt(REASON) || settings.refusals().contains(row.getString(REASON)));
  }
}
