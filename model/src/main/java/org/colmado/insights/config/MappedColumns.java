package org.colmado.insights.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Columns by role: names from the header, or numbers from 1. */
public record MappedColumns(
    String ticketId,
    Optional<String> store,
    String date,
    Optional<String> time,
    List<String> description,
    Optional<String> code,
    Optional<String> quantity,
    Optional<String> unitPrice,
    Optional<String> amount,
    Optional<String> discount,
    Optional<String> tax,
    Optional<String> payment,
    Optional<String> category,
    Optional<String> customer,
    Optional<String> device) {
  public MappedColumns {
    Expect.that(
        amount.isPresent() || (quantity.isPresent() && unitPrice.isPresent()),
        "amount",
        "nothing",
        "a column, or both quantity and unit-price");
  }

  /** Columns by our name for them; a role without a column has an empty list. */
  public Map<String, List<String>> byRole() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    columns.put("ticket-id", List.of(ticketId));
    columns.put("store", listed(store));
    columns.put("date", List.of(date));
    columns.put("time", listed(time));
    columns.put("description", description);
    columns.put("code", listed(code));
    columns.put("quantity", listed(quantity));
    columns.put("unit-price", listed(unitPrice));
    columns.put("amount", listed(amount));
    columns.put("discount", listed(discount));
    columns.put("tax", listed(tax));
    columns.put("payment", listed(payment));
    columns.put("category", listed(category));
    columns.put("customer", listed(customer));
    columns.put("device", listed(device));
    return columns;
  }

  /** The roles that have a column. */
  List<String> roles() {
    return byRole().entrySet().stream()
        .filter(role -> !role.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All of the columns, as the file has them. */
  List<String> named() {
    return byRole().values().stream().flatMap(List::stream).toList();
  }

  private static List<String> listed(Optional<String> column) {
    return column.map(List::of).orElse(List.of());
  }

  /**
   * Checks that marks can match: a column that is named by its role must be mapped, and one of a
   * file without a header is a number.
   *
   * @param key of the marks, for messages
   */
  void checkMarks(String key, Optional<List<RowMark>> marks, boolean hasHeader) {
    List<String> roles = roles();
    marks.stream()
        .flatMap(List::stream)
        .flatMap(mark -> mark.columns().stream())
        .filter(column -> !roles.contains(column))
        .forEach(column -> checkMarked(key, column, roles, hasHeader));
  }

  private void checkMarked(String key, String column, List<String> roles, boolean hasHeader) {
    Expect.that(
        !byRole().containsKey(column),
        key + ".column",
        "'%s', which columns does not map, so that the mark can never match".formatted(column),
        "one of " + roles + " or a column of the file");
    if (!hasHeader) {
      MappingRules.checkColumnNumber(column);
    }
  }
}
