package org.colmado.insights.ingest.file;

import java.util.Map;

/**
 * One raw record of a file.
 *
 * @param line it begins on, from 1; 0: the file as a whole
 * @param text the record's text; null: none
 * @param cells non-blank cells by role; null for JSON and for faults
 * @param fault why the record cannot be read; null if it can
 */
public record RawRecord(long line, String text, Map<CsvRole, String> cells, Fault fault) {

  /** Why a record cannot be read: a rule's name, and what was found. */
  public record Fault(String reason, String detail) {
    /** The fault of a file that is refused because one of its lines has this fault. */
    Fault ofWholeFile() {
      return reason.startsWith("file_")
          ? this
          : new Fault("file_without_column", "Found no header that can be read: " + detail);
    }
  }

  public static RawRecord json(long line, String text) {
    return new RawRecord(line, text, null, null);
  }

  static RawRecord csv(long line, String text, Map<CsvRole, String> cells) {
    return new RawRecord(line, text, cells, null);
  }

  public static RawRecord faulty(long line, String text, String reason, String detail) {
    return new RawRecord(line, text, null, new Fault(reason, detail));
  }
}
