package org.colmado.insights.config;

import java.util.Optional;

/**
 * Where the tickets of a JSON file are, and the items of a ticket. A path is the names of fields
 * with points between them.
 *
 * @param tickets path of the list of tickets in each object of the file; empty: the file's objects
 *     are the tickets
 * @param items path of the list of items in a ticket; columns whose path begins with it are of the
 *     item, all others of the ticket
 */
public record JsonMapping(Optional<String> tickets, String items) {
  private static final String PATH = "[^.]+(\\.[^.]+)*";
  private static final String EXPECTED = "names of fields with points between them";

  public JsonMapping {
    Expect.matching("items", items, PATH, EXPECTED);
    tickets.ifPresent(path -> Expect.matching("tickets", path, PATH, EXPECTED));
  }
}
