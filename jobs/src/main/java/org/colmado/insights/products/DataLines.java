package org.colmado.insights.products;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.config.BadInputException;

/**
 * Reads plain comma-separated files without quotes: the last column takes the rest of the line;
 * blank lines and lines that begin with {@code #} are skipped.
 */
final class DataLines {
  private DataLines() {}

  /**
   * One row.
   *
   * @param file it stands in
   * @param number of its line, from 1
   * @param fields trimmed
   */
  record DataLine(Path file, int number, List<String> fields) {
    DataLine {
      fields = List.copyOf(fields);
    }

    String field(int index) {
      return fields.get(index);
    }

    /** The error for an invalid row. */
    BadInputException refused(String found, String expected) {
      return new BadInputException(
          "Cannot use %s: line %d: found %s, expected %s".formatted(file, number, found, expected));
    }
  }

  /**
   * Reads the rows below the header.
   *
   * @throws BadInputException if the file cannot be read, the header differs, or a row has fewer
   *     fields than the header
   */
  static List<DataLine> read(Path file, String header) {
    List<String> lines = linesOf(file);
    int columns = header.split(",", -1).length;
    List<DataLine> rows = new ArrayList<>();
    boolean headed = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      DataLine row = parsed(file, i + 1, line, columns);
      if (headed) {
        rows.add(row);
      } else {
        requireHeader(row, line, header);
        headed = true;
      }
    }
    return rows;
  }

  private static List<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BadInputException(
          "Cannot read " + file + ": " + e + ", expected a readable UTF-8 text", e);
    }
  }

  private static void requireHeader(DataLine row, String line, String header) {
    if (!line.equals(header)) {
      throw row.refused("'" + line + "'", "the header '" + header + "'");
    }
  }

  private static DataLine parsed(Path file, int number, String line, int columns) {
    List<String> fields = List.of(line.split(",", columns)).stream().map(String::strip).toList();
    DataLine row = new DataLine(file, number, fields);
    if (fields.size() < columns) {
      throw row.refused(fields.size() + " fields", columns + " fields");
    }
    return row;
  }
}
