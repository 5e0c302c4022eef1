package org.colmado.insights.ingest.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.colmado.insights.config.JsonMapping;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.file.CsvLayout;
import org.colmado.insights.ingest.file.CsvRole;
import org.colmado.insights.ingest.file.JsonCells;
import org.colmado.insights.ingest.file.JsonRows;
import org.colmado.insights.ingest.file.OpenedFile;
import org.colmado.insights.ingest.file.RawRecord;

/**
 * Knows a JSON file by what is in it.
 *
 * @param mappings known ones by name
 */
record JsonShapes(Map<String, SourceMapping> mappings) {
  private static final String POS_JSON = "pos-json";
  private static final List<CsvRole> NEEDED =
      List.of(CsvRole.TICKET_ID, CsvRole.DATE, CsvRole.DESCRIPTION);
  private static final Set<String> OF_POS_JSON = Set.of("id", "date", "items");
  private static final int FIELDS_LOOKED_AT = 1_000;

  /** The mapping that finds a ticket in the file; empty: none does. */
  Optional<String> nameFor(Supplier<OpenedFile> file) {
    Optional<String> byPaths =
        new TreeMap<>(mappings)
            .entrySet().stream()
                .filter(mapping -> mapping.getValue().json().isPresent())
                .filter(mapping -> findsTicket(mapping.getValue(), file.get()))
                .map(Map.Entry::getKey)
                .findFirst();

    return byPaths.isPresent()
        ? byPaths
        : Optional.of(POS_JSON).filter(mappings::containsKey).filter(name -> isPosJson(file.get()));
  }

  private static boolean findsTicket(SourceMapping mapping, OpenedFile opened) {
    JsonMapping json = mapping.json().orElseThrow();
    CsvLayout layout = CsvLayout.of(mapping.csv().orElseThrow());
    try {
      JsonRows rows =
          new JsonRows(
              opened.bytes(),
              json.tickets().map(JsonCells::path).orElse(List.of()),
              new JsonCells(json.items(), layout));
      RawRecord first = rows.hasNext() ? rows.next() : null;
      return first != null
          && first.fault() == null
          && NEEDED.stream().allMatch(first.cells()::containsKey);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the first fields of the file are those of the POS app. */
  private static boolean isPosJson(OpenedFile opened) {
    Set<String> names = new HashSet<>();
    try (JsonParser parser = new JsonFactory().createParser(opened.bytes())) {
      for (int i = 0; i < FIELDS_LOOKED_AT && parser.nextToken() != null; i++) {
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
          names.add(parser.currentName());
        }
      }
    } catch (IOException e) {
      // What was read before is what there is.
    }
    return names.containsAll(OF_POS_JSON);
  }
}
