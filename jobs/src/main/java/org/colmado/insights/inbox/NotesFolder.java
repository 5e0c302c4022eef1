package org.colmado.insights.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.note.OwnerNote;

/** The folder of {@link OwnerNote}s in a lake. Files stay there after they were ingested. */
public final class NotesFolder {
  private static final String WRITING = ".writing";

  private final Path folder;
  private final Configuration hadoop;

  public NotesFolder(Lake lake) {
    this.folder = new Path(lake.root(), OwnerNote.FOLDER);
    this.hadoop = lake.spark().sparkContext().hadoopConfiguration();
  }

  /**
   * Writes a note to a file of its own. A reader sees the whole file or none.
   *
   * @throws BadInputException if the folder cannot be written to
   */
  public void write(OwnerNote note) {
    Path file = new Path(folder, note.fileName());
    Path writing = file.suffix(WRITING);
    try {
      FileSystem files = folder.getFileSystem(hadoop);
      try (OutputStream out = files.create(writing, false)) {
        out.write(note.line().getBytes(StandardCharsets.UTF_8));
      }
      if (!files.rename(writing, file)) {
        throw new IOException("the file could not be renamed");
      }
    } catch (IOException e) {
      throw new BadInputException(
          "Cannot note it in %s: %s, expected a folder you may write to".formatted(folder, e), e);
    }
  }

  /** Files that are complete, by name; empty if nothing was ever noted. */
  List<FileStatus> files() {
    try {
      FileSystem files = folder.getFileSystem(hadoop);
      List<FileStatus> complete = new ArrayList<>();
      if (files.exists(folder)) {
        for (FileStatus file : files.listStatus(folder)) {
          if (file.isFile() && file.getPath().getName().endsWith(OwnerNote.SUFFIX)) {
            complete.add(file);
          }
        }
      }
      complete.sort((one, other) -> one.getPath().compareTo(other.getPath()));
      return complete;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the notes in " + folder, e);
    }
  }

  /** The lines of a file. */
  List<String> lines(Path file) {
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the note " + file, e);
    }
  }
}
