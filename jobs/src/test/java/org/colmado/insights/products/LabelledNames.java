package org.colmado.insights.products;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Names with their true category, from files of {@code category;country;source;description}. */
final class LabelledNames {
  private static final int COLUMNS = 4;

  private LabelledNames() {}

  /**
   * One name.
   *
   * @param category true code
   * @param source file of the shop or catalogue it was found in
   */
  record Labelled(String category, String country, String source, String name) {}

  static List<Labelled> read(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .skip(1)
        .map(line -> line.split(";", COLUMNS))
        .map(cells -> new Labelled(cells[0], cells[1], cells[2], cells[3]))
        .toList();
  }
}
