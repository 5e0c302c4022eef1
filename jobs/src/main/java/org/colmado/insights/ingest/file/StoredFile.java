package org.colmado.insights.ingest.file;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The bytes of a file as they are stored, or of a file inside a zip file: {@code a.zip!/day.csv}.
 */
final class StoredFile {
  private static final String INSIDE = ".zip!/";
  private static final int BUFFER = 64 * 1024;

  private StoredFile() {}

  /** The path of a file inside a zip file. */
  static String inside(String zip, String entry) {
    return zip + "!/" + entry;
  }

  static InputStream open(String path, Configuration hadoop) throws IOException {
    int inside = path.indexOf(INSIDE);
    if (inside < 0) {
      return new BufferedInputStream(bytes(path, hadoop), BUFFER);
    }

    String name = path.substring(inside + INSIDE.length());
    ZipInputStream zip = unzipped(bytes(path.substring(0, inside + ".zip".length()), hadoop));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(name)) {
        return new BufferedInputStream(zip, BUFFER);
      }
    }
    zip.close();
    throw new FileNotFoundException("There is no " + name + " in the zip file");
  }

  /** The files in a zip file: folders, hidden files and a Mac's own entries apart. */
  static List<ZipEntry> entries(String zip, Configuration hadoop) throws IOException {
    List<ZipEntry> entries = new ArrayList<>();
    try (ZipInputStream stored = unzipped(bytes(zip, hadoop))) {
      for (ZipEntry entry = stored.getNextEntry(); entry != null; entry = stored.getNextEntry()) {
        stored.closeEntry();
        boolean isHidden =
            entry.getName().startsWith("__MACOSX/") || entry.getName().matches("(.*/)?[._][^/]*");
        if (!entry.isDirectory() && !isHidden) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  /**
   * Any name can be read in this character set; names that are marked as UTF-8 are read as such.
   */
  private static ZipInputStream unzipped(InputStream bytes) {
    return new ZipInputStream(new BufferedInputStream(bytes, BUFFER), StandardCharsets.ISO_8859_1);
  }

  private static InputStream bytes(String path, Configuration hadoop) throws IOException {
    Path stored = new Path(path);

    return stored.getFileSystem(hadoop).open(stored);
  }

  /** Copies the bytes to a file of this machine that lives as long as the process at most. */
  static File copied(InputStream bytes) throws IOException {
    java.nio.file.Path copy = Files.createTempFile("colmado-", ".xlsx");
    copy.toFile().deleteOnExit();
    Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
    return copy.toFile();
  }
}
