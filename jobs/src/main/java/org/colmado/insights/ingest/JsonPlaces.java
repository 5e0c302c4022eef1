package org.colmado.insights.ingest;

import java.io.Serializable;
import java.util.List;
import org.colmado.insights.config.JsonMapping;
import org.colmado.insights.ingest.file.JsonCells;

/**
 * Where the tickets and items of JSON files are.
 *
 * @param tickets names of fields down to the list of tickets; empty: the file's objects are tickets
 * @param items path of the items in a ticket
 */
record JsonPlaces(List<String> tickets, String items) implements Serializable {
  private static final long serialVersionUID = 1L;

  static JsonPlaces of(JsonMapping mapping) {
    return new JsonPlaces(
        mapping.tickets().map(JsonCells::path).orElse(List.of()), mapping.items());
  }
}
