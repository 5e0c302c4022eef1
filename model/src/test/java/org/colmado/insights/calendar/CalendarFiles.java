package org.colmado.insights.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The calendars that ship, and the vectors they are held against. */
final class CalendarFiles {
  private static final Path CALENDARS = Path.of("..", "conf", "calendars");
  private static final Path VECTORS = Path.of("src", "test", "resources", "vectors");

  private CalendarFiles() {}

  static Path file(String id) {
    return CALENDARS.resolve(id + ".yaml");
  }

  static ShopCalendar calendar(String id) {
    return ShopCalendar.read(id, file(id));
  }

  /** Rows of a vector file without its heading, split at the commas. */
  static List<String[]> vectors(String name) {
    try {
      return Files.readAllLines(VECTORS.resolve(name)).stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
