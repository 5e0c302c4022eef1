package org.colmado.insights.schema;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.ColumnType.TableColumn;

/**
 * The specification of a table: grain, key, and documented columns.
 *
 * @param name snake_case plural of the row; also the folder under the lake root
 * @param grain one sentence that begins "One row per"
 * @param key columns that identify a row; upserts use them
 * @param schema columns in order, each with a comment
 * @param checks conditions that every row meets
 * @param clusteredBy clustering columns for file skipping, at most four; empty: not clustered
 * @param hasDeletionVectors a changed row is marked in its file, which is not written anew; pays
 *     where single rows of large tables change, and shuts out older readers
 */
public record TableSpec(
    String name,
    String grain,
    List<String> key,
    Struct schema,
    List<Check> checks,
    List<String> clusteredBy,
    boolean hasDeletionVectors) {

  public TableSpec {
    List<String> undocumented =
        schema.columns().stream()
            .filter(column -> column.comment().isBlank())
            .map(TableColumn::name)
            .toList();
    if (!undocumented.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot define table " + name + ": no comment on " + undocumented);
    }

    Set<String> columns = Set.copyOf(schema.names());
    List<String> unknown = key.stream().filter(column -> !columns.contains(column)).toList();
    if (key.isEmpty() || !unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot define table " + name + ": key " + key + " is not among " + columns);
    }

    if (!grain.startsWith("One row per ")) {
      throw new IllegalArgumentException(
          "Cannot define table " + name + ": the grain must begin 'One row per', found: " + grain);
    }

    key = List.copyOf(key);
    checks = List.copyOf(checks);
    clusteredBy = List.copyOf(clusteredBy);
  }

  public TableSpec(
      String name,
      String grain,
      List<String> key,
      Struct schema,
      List<Check> checks,
      List<String> clusteredBy) {
    this(name, grain, key, schema, checks, clusteredBy, false);
  }

  public TableSpec(String name, String grain, List<String> key, Struct schema, List<Check> checks) {
    this(name, grain, key, schema, checks, List.of());
  }

  public TableSpec(String name, String grain, List<String> key, Struct schema) {
    this(name, grain, key, schema, List.of());
  }

  /** The same table, with {@link #hasDeletionVectors}. */
  public TableSpec withDeletionVectors() {
    return new TableSpec(name, grain, key, schema, checks, clusteredBy, true);
  }

  /** Condition under which a row of {@code left} and one of {@code right} are the same row. */
  public String sameRow(String left, String right) {
    return key.stream()
        .map(column -> left + "." + column + " = " + right + "." + column)
        .collect(Collectors.joining(" AND "));
  }
}
