package org.colmado.insights.inbox;

import static org.apache.spark.sql.functions.col;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.note.OwnerNote;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.table.IngestedFiles;
import org.colmado.insights.table.RejectedSales;

/**
 * Ingests the notes of the {@link NotesFolder}: appends them to their tables, and what is no note
 * to {@link RejectedSales}. Idempotent: a file is read once, and a note whose key is in its table
 * is not appended again. {@link IngestedFiles} is written last.
 *
 * @param readAt start of the run
 */
public record OwnerInbox(Lake lake, Instant readAt) {
  /** Source of notes in {@link IngestedFiles} and {@link RejectedSales}. */
  public static final String SOURCE = "owner-notes";

  private static final String INVALID = "invalid_note";

  /** Ingests the files that were not read yet. */
  public NoteCounts ingest() {
    NotesFolder folder = new NotesFolder(lake);
    Set<String> known = new HashSet<>();
    var found = folder.files();
    if (!found.isEmpty()) {
      known.addAll(knownFiles());
    }
    List<NoteFile> files =
        found.stream()
            .filter(status -> !known.contains(status.getPath().toString()))
            .map(status -> NoteFile.read(folder, status))
            .toList();

    return files.isEmpty() ? NoteCounts.NOTHING : ingested(files);
  }

  private List<String> knownFiles() {
    return lake
        .read(IngestedFiles.TABLE)
        .where(col(IngestedFiles.SOURCE).equalTo(SOURCE))
        .select(IngestedFiles.FILE)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private NoteCounts ingested(List<NoteFile> files) {
    Map<NoteFile.Line, String> problems = new HashMap<>();
    Set<NoteFile.Line> accepted = new HashSet<>();
    files.stream()
        .flatMap(file -> file.lines().stream())
        .filter(line -> line.problem() != null)
        .forEach(line -> problems.put(line, line.problem()));
    for (TableSpec table : OwnerNote.TABLES) {
      appendTo(table, files, problems, accepted);
    }

    List<TableRow> rejected = rejections(files, problems);
    if (!rejected.isEmpty()) {
      lake.upsert(RejectedSales.TABLE, SparkTypes.rows(rejected));
    }
    List<TableRow> rows =
        files.stream().map(file -> row(file, counts(file, problems, accepted))).toList();
    lake.upsert(IngestedFiles.TABLE, SparkTypes.rows(rows));
    return files.stream()
        .map(file -> counts(file, problems, accepted))
        .reduce(NoteCounts.NOTHING, NoteCounts::plus);
  }

  private void appendTo(
      TableSpec table,
      List<NoteFile> files,
      Map<NoteFile.Line, String> problems,
      Set<NoteFile.Line> accepted) {
    List<NoteFile.Line> lines =
        files.stream()
            .flatMap(file -> file.lines().stream())
            .filter(line -> line.problem() == null && line.note().row().table().equals(table))
            .toList();
    if (lines.isEmpty()) {
      return;
    }

    NoteRows notes = new NoteRows(lake, table, lines);
    List<String> broken = notes.brokenChecks();
    for (int place = 0; place < lines.size(); place++) {
      if (broken.get(place) != null) {
        problems.put(lines.get(place), "Cannot read a note: expected " + broken.get(place));
      }
    }
    notes.appendNew().forEach(place -> accepted.add(lines.get(place)));
  }

  private List<TableRow> rejections(List<NoteFile> files, Map<NoteFile.Line, String> problems) {
    List<TableRow> rows = new ArrayList<>();
    for (NoteFile file : files) {
      for (NoteFile.Line line : file.lines()) {
        if (problems.containsKey(line)) {
          rows.add(rejection(line, problems.get(line)));
        }
      }
    }
    return rows;
  }

  private TableRow rejection(NoteFile.Line line, String problem) {
    return TableRow.of(RejectedSales.TABLE)
        .with(RejectedSales.SOURCE, SOURCE)
        .with(RejectedSales.FILE, line.file())
        .with(RejectedSales.LINE, (long) line.number())
        .with(RejectedSales.REASON, INVALID)
        .with(RejectedSales.DETAIL, problem)
        .with(RejectedSales.RECORD, line.text())
        .with(RejectedSales.INGESTED_AT, readAt);
  }

  private static NoteCounts counts(
      NoteFile file, Map<NoteFile.Line, String> problems, Set<NoteFile.Line> accepted) {
    return new NoteCounts(
        file.lines().size(),
        file.lines().stream().filter(accepted::contains).count(),
        file.lines().stream().filter(problems::containsKey).count());
  }

  private TableRow row(NoteFile file, NoteCounts counts) {
    return TableRow.of(IngestedFiles.TABLE)
        .with(IngestedFiles.SOURCE, SOURCE)
        .with(IngestedFiles.FILE, file.path())
        .with(IngestedFiles.SIZE_BYTES, file.sizeBytes())
        .with(IngestedFiles.MODIFIED_AT, file.modifiedAt())
        .with(IngestedFiles.ROWS_IN, counts.read())
        .with(IngestedFiles.ROWS_ACCEPTED, counts.accepted())
        .with(IngestedFiles.ROWS_REJECTED, counts.rejected())
        .with(IngestedFiles.ROWS_DUPLICATE, counts.duplicates())
        .with(IngestedFiles.INGESTED_AT, readAt);
  }
}
