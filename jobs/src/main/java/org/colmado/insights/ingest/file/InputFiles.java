package org.colmado.insights.ingest.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.colmado.insights.config.BadInputException;

/**
 * Finds the input files under paths. Hidden files and folders ({@code .name}, {@code _name}), a
 * simulation's {@code truth} folder, and files with other suffixes are skipped. Of a zip file the
 * files inside it are found.
 *
 * @param suffixes accepted file name suffixes, such as {@code .jsonl}; a file that is named
 *     explicitly is always accepted
 */
public record InputFiles(Configuration hadoop, List<String> suffixes) {
  private static final String ZIP = ".zip";

  /**
   * Lists the files, in the order of their paths.
   *
   * @throws BadInputException if a path does not exist
   */
  public List<InputFile> under(List<String> paths) {
    List<InputFile> files = new ArrayList<>();
    for (String path : paths) {
      FileStatus status = statusOf(path);
      if (status.isDirectory()) {
        addFolder(status.getPath(), files);
      } else {
        addFile(status, files);
      }
    }

    return files.stream().distinct().sorted(Comparator.comparing(InputFile::path)).toList();
  }

  /** Whether a file or folder exists at this path. */
  public boolean exists(String path) {
    try {
      Path named = new Path(path);
      return named.getFileSystem(hadoop).exists(named);
    } catch (IOException e) {
      return false;
    }
  }

  private FileStatus statusOf(String path) {
    try {
      Path named = new Path(path);
      FileSystem system = named.getFileSystem(hadoop);

      return system.getFileStatus(system.makeQualified(named));
    } catch (FileNotFoundException e) {
      throw new BadInputException("Cannot ingest " + path + ": there is no such file or folder", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException("Cannot ingest " + path + ": " + e.getMessage(), e);
    }
  }

  /** A folder that cannot be listed is returned as a file, so that reading it reports the cause. */
  private void addFolder(Path folder, List<InputFile> files) {
    FileStatus[] entries;
    try {
      entries = folder.getFileSystem(hadoop).listStatus(folder);
    } catch (IOException e) {
      files.add(new InputFile(folder.toString(), 0, Instant.EPOCH));
      return;
    }

    for (FileStatus entry : entries) {
      String name = entry.getPath().getName();
      boolean hidden = name.startsWith(".") || name.startsWith("_") || name.equals("truth");
      if (entry.isDirectory() && !hidden) {
        addFolder(entry.getPath(), files);
      } else if (!entry.isDirectory() && !hidden && isTaken(name)) {
        addFile(entry, files);
      }
    }
  }

  /** Adds a file, or the files in a zip file. */
  private void addFile(FileStatus status, List<InputFile> files) {
    String path = status.getPath().toString();
    if (!path.endsWith(ZIP)) {
      files.add(file(status));
      return;
    }

    try {
      List<InputFile> inside = new ArrayList<>();
      StoredFile.entries(path, hadoop).stream()
          .filter(entry -> isTaken(entry.getName()) && !entry.getName().endsWith(ZIP))
          .forEach(
              entry ->
                  inside.add(
                      new InputFile(
                          StoredFile.inside(path, entry.getName()),
                          status.getLen(),
                          Instant.ofEpochMilli(status.getModificationTime()))));
      files.addAll(inside.isEmpty() ? List.of(file(status)) : inside);
    } catch (IOException e) {
      files.add(file(status));
    }
  }

  private boolean isTaken(String name) {
    String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;

    return suffixes.stream().anyMatch(unpacked::endsWith);
  }

  private static InputFile file(FileStatus status) {
    return new InputFile(
        status.getPath().toString(),
        status.getLen(),
        Instant.ofEpochMilli(status.getModificationTime()));
  }
}
