package org.colmado.insights.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.note.OwnerNote;

/**
 * A file of notes that was read.
 *
 * @param path URI
 * @param sizeBytes of the file
 * @param modifiedAt when it was last written to
 * @param lines its lines, blank ones left out
 */
record NoteFile(String path, long sizeBytes, Instant modifiedAt, List<Line> lines) {
  /**
   * A line of the file.
   *
   * @param file URI
   * @param number from 1
   * @param note null: it is none
   * @param problem why it is none; null: it is a note
   */
  record Line(String file, int number, String text, OwnerNote note, String problem) {}

  static NoteFile read(NotesFolder folder, FileStatus status) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : folder.lines(status.getPath())) {
      number++;
      if (!text.isBlank()) {
        lines.add(line(status.getPath().toString(), number, text));
      }
    }

    return new NoteFile(
        status.getPath().toString(),
        status.getLen(),
        Instant.ofEpochMilli(status.getModificationTime()),
        lines);
  }

  private static Line line(String file, int number, String text) {
    try {
      return new Line(file, number, text, OwnerNote.parse(text), null);
    } catch (BadInputException e) {
      return new Line(file, number, text, null, e.getMessage());
    }
  }
}
