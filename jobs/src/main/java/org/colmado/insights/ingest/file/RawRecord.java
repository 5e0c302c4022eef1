package org.colmado.insights.ingest.file;

import java.util.Map;
import java.util.Set;

/**
 * One raw record of a file.
 *
 * @param line it begins on, from 1; 0: the file as a whole
 * @param text the record's text; null: none
 * @param cells non-blank cells by role; null for JSON and for faults
 * @param marked non-blank cells of other columns that marks look at, by column
 * @param fault why the record cannot be read; null if it can
 */
public record RawRecord(
    long line, String text, Map<CsvRole, String> cells, Map<String, String> marked, Fault fault) {

  /** Why a record cannot be read: a rule's name, and what was found. */
  public record Fault(String reason, String detail) {
    /** Reasons of rows that reports add. */
    public static final Set<String> OF_REPORTS =
        Set.of("before_header", "repeated_header", "total_row");

    /** Whether the row is one that a report adds to its records: a header again, or a total. */
    public boolean isOfReport() {
      return OF_REPORTS.contains(reason);
    }

    /** The fault of a file that is refused because one of its lines has this fault. */
    Fault ofWholeFile() {
      return reason.startsWith("file_")
          ? this
          : new Fault("file_without_column", "Found no header that can be read: " + detail);
    }
  }

  /** The same record with another text. */
  RawRecord withText(String other) {
    return new RawRecord(line, other, cells, marked, fault);
  }

  public static RawRecord json(long line, String text) {
    return new RawRecord(line, text, null, Map.of(), null);
  }

  static RawRecord csv(
      long line, String text, Map<CsvRole, String> cells, Map<String, String> marked) {
    return new RawRecord(line, text, cells, marked, null);
  }

  public static RawRecord faulty(long line, String text, String reason, String detail) {
    return new RawRecord(line, text, null, Map.of(), new Fault(reason, detail));
  }
}
