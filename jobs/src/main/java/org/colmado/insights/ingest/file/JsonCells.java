package org.colmado.insights.ingest.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The cells of a ticket's items.
 *
 * @param items path of the list of items in a ticket
 * @param layout paths by role, in place of names of columns
 */
public record JsonCells(String items, CsvLayout layout) {

  /** A row for each item. */
  List<RawRecord> rows(long line, JsonNode ticket) {
    List<JsonNode> found = new ArrayList<>();
    collect(ticket, path(items), found);
    List<RawRecord> rows = new ArrayList<>();
    for (JsonNode item : found) {
      if (!item.isNull()) {
        rows.add(row(line, ticket, item));
      }
    }
    return rows.isEmpty()
        ? List.of(RawRecord.faulty(line, null, "no_items", "Found no items at %s".formatted(items)))
        : rows;
  }

  private RawRecord row(long line, JsonNode ticket, JsonNode item) {
    Map<CsvRole, String> cells = new EnumMap<>(CsvRole.class);
    layout
        .columnsByRole()
        .forEach(
            (role, paths) -> {
              List<String> texts =
                  paths.stream().flatMap(at -> texts(at, ticket, item).stream()).toList();
              if (!texts.isEmpty()) {
                cells.put(role, joined(role, texts));
              }
            });
    Map<String, String> marked = new TreeMap<>();
    for (String at : layout.markedColumns()) {
      List<String> texts = texts(at, ticket, item);
      if (!texts.isEmpty()) {
        marked.put(at, String.join(" ", texts));
      }
    }
    return RawRecord.csv(line, null, cells, marked);
  }

  /** A ticket that was paid in several ways is {@code mixed}. */
  private static String joined(CsvRole role, List<String> texts) {
    return role == CsvRole.PAYMENT && texts.size() > 1 ? "mixed" : String.join(" ", texts);
  }

  private Set<String> distinct(List<String> texts) {
    return new LinkedHashSet<>(texts);
  }

  /** The different texts at a path: more than one if it goes through a list. */
  private List<String> texts(String at, JsonNode ticket, JsonNode item) {
    boolean isOfItem = at.startsWith(items + ".");
    List<JsonNode> found = new ArrayList<>();
    collect(
        isOfItem ? item : ticket, path(isOfItem ? at.substring(items.length() + 1) : at), found);

    return List.copyOf(
        distinct(
            found.stream()
                .filter(JsonNode::isValueNode)
                .filter(node -> !node.isNull())
                .map(JsonCells::text)
                .filter(text -> !text.isEmpty())
                .toList()));
  }

  private static String text(JsonNode node) {
    return node.isNumber() ? node.decimalValue().toPlainString() : node.asText().strip();
  }

  private static void collect(JsonNode node, List<String> path, List<JsonNode> found) {
    if (node.isArray()) {
      node.forEach(entry -> collect(entry, path, found));
    } else if (path.isEmpty()) {
      found.add(node);
    } else if (node.has(path.get(0))) {
      collect(node.get(path.get(0)), path.subList(1, path.size()), found);
    }
  }

  /** The names of a path. */
  public static List<String> path(String text) {
    return List.of(text.split("\\."));
  }
}
