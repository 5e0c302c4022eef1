package org.colmado.insights.ingest.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.colmado.insights.config.MappedColumns;

/**
 * The columns of a table with the roles that were guessed for them. Further guesses change the
 * roles.
 */
final class GuessedColumns {
  private final SampledTable table;
  private final Map<String, Integer> roles;

  GuessedColumns(SampledTable table, KnownWords words) {
    this.table = table;
    this.roles = new TreeMap<>(ColumnRoles.of(table, words).byRole());
  }

  SampledTable table() {
    return table;
  }

  /** The roles as they are now. */
  ColumnRoles roles() {
    return new ColumnRoles(new LinkedHashMap<>(roles));
  }

  boolean has(String role) {
    return roles.containsKey(role);
  }

  int of(String role) {
    return roles.get(role);
  }

  void put(String role, int column) {
    roles.put(role, column);
  }

  void putAll(ColumnRoles others) {
    roles.putAll(others.byRole());
  }

  void remove(String role) {
    roles.remove(role);
  }

  /** Takes the roles of columns away. */
  void free(List<Integer> columns) {
    roles.values().removeAll(columns);
  }

  boolean isFree(int column) {
    return !roles.containsValue(column);
  }

  /** The name of a role's column, as a mapping writes it. */
  String nameOf(String role) {
    return table.nameOf(roles.get(role));
  }

  /** The cells of some roles that are not empty. */
  List<String> texts(List<String> ofRoles) {
    return ofRoles.stream()
        .filter(roles::containsKey)
        .flatMap(role -> table.values(roles.get(role)).stream())
        .toList();
  }

  /** The cell of a role in a row; empty: it has none. */
  String cell(List<String> row, String role) {
    return roles.containsKey(role) ? SampledTable.cell(row, roles.get(role)) : "";
  }

  /** The date of a row, with its time if that has a column. */
  String date(List<String> row) {
    String date = cell(row, "date");

    return date.isEmpty() ? date : (date + " " + cell(row, "time")).strip();
  }

  MappedColumns mapped() {
    return new MappedColumns(
        nameOf("ticket-id"),
        named("store"),
        nameOf("date"),
        named("time"),
        Stream.of("description", "variant").filter(this::has).map(this::nameOf).toList(),
        named("code"),
        named("quantity"),
        named("unit-price").filter(name -> !has("amount")),
        named("amount"),
        named("discount"),
        named("tax"),
        named("payment"),
        named("category"),
        named("customer"),
        named("device"));
  }

  private Optional<String> named(String role) {
    return has(role) ? Optional.of(nameOf(role)) : Optional.empty();
  }
}
