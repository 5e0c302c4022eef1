package org.colmado.insights.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colmado.insights.schema.ColumnType.TableColumn;

/**
 * One row of a table, built by column name, so that new columns do not shift values. A row without
 * a required value is an error.
 */
public final class TableRow {
  private final TableSpec table;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private TableRow(TableSpec table) {
    this.table = table;
  }

  public static TableRow of(TableSpec table) {
    return new TableRow(table);
  }

  /**
   * Sets a column.
   *
   * @param value of the column's type as Java has it: {@code LocalDate} for a date, {@code Instant}
   *     for a timestamp; null only in an optional column
   * @throws IllegalArgumentException if the table has no such column, or it is set already
   */
  public TableRow with(String column, Object value) {
    table.schema().indexOf(column);
    if (values.containsKey(column)) {
      throw new IllegalArgumentException(
          "Cannot make a row of %s: %s is set twice".formatted(table.name(), column));
    }

    values.put(column, value);
    return this;
  }

  public TableSpec table() {
    return table;
  }

  /** The values by column. */
  public Map<String, Object> byName() {
    return Collections.unmodifiableMap(values);
  }

  /**
   * The values in the order of the table's columns; an optional column that was not set is null.
   *
   * @throws IllegalArgumentException if a required column has no value
   */
  public Object[] values() {
    Object[] inOrder = new Object[table.schema().columns().size()];
    for (int i = 0; i < inOrder.length; i++) {
      TableColumn column = table.schema().columns().get(i);
      inOrder[i] = values.get(column.name());
      if (inOrder[i] == null && column.isRequired()) {
        throw new IllegalArgumentException(
            "Cannot make a row of %s: no value for %s".formatted(table.name(), missing()));
      }
    }
    return inOrder;
  }

  private List<String> missing() {
    return table.schema().columns().stream()
        .filter(column -> column.isRequired() && values.get(column.name()) == null)
        .map(TableColumn::name)
        .toList();
  }
}
