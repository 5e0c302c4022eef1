package org.colmado.insights.simulate;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.config.BadInputException;

/**
 * The folder a simulation writes into. An earlier simulation there is replaced, so that no file of
 * it is left beside the new ones; files that are no simulation's are never touched.
 */
record OutputFolder(Path path) {
  private static final String TICKETS = "{sales,returns}-*.jsonl.gz";

  /**
   * Makes the folder and its {@code truth} and removes the tickets of an earlier simulation, with
   * its weather and events.
   *
   * @throws BadInputException if there are tickets and no truth: they may be a shop's own
   */
  void prepare() throws IOException {
    Files.createDirectories(path);
    List<Path> tickets = tickets();
    if (!tickets.isEmpty() && !Files.exists(truth().resolve("README.md"))) {
      throw new BadInputException(
          "Cannot simulate into %s: found %s, expected a new folder or an earlier simulation"
              .formatted(path, tickets.get(0).getFileName()));
    }

    for (Path file : tickets) {
      Files.delete(file);
    }
    if (Files.deleteIfExists(truth().resolve(Town.TRUTH))) {
      Files.deleteIfExists(path.resolve(Town.WEATHER));
      Files.deleteIfExists(path.resolve(Town.EVENTS));
    }
    Files.createDirectories(truth());
  }

  Path truth() {
    return path.resolve("truth");
  }

  private List<Path> tickets() throws IOException {
    List<Path> tickets = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, TICKETS)) {
      files.forEach(tickets::add);
    }
    return tickets;
  }
}
