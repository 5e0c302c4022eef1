package org.colmado.insights.lake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.colmado.insights.schema.TableSpec;

/**
 * A cache of small tables such as settings, calendars and names. Each is read once in a run; a
 * query over the cached rows is much cheaper than one over Delta. These tables grow with stores and
 * products, never with tickets.
 */
public final class SmallTables {
  private final Lake lake;
  private final Map<String, List<Row>> known = new HashMap<>();

  public SmallTables(Lake lake) {
    this.lake = lake;
  }

  /** All rows, columns in the order of the spec; empty if the table was never written. */
  public List<Row> rows(TableSpec table) {
    return known.computeIfAbsent(
        table.name(),
        name ->
            lake.exists(table)
                ? lake.read(table).select(columns(table)).collectAsList()
                : List.of());
  }

  /** The rows as a Dataset. */
  public Dataset<Row> read(TableSpec table) {
    return lake.rows(table, rows(table));
  }

  /** Upserts rows by key in one commit; no commit if there are no rows. */
  public void upsert(TableSpec table, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }

    Map<List<Object>, Row> byKey = new LinkedHashMap<>();
    rows(table).forEach(row -> byKey.put(keyOf(table, row), row));
    boolean areNew = rows.stream().noneMatch(row -> byKey.containsKey(keyOf(table, row)));
    rows.forEach(row -> byKey.put(keyOf(table, row), row));
    Dataset<Row> given = lake.rows(table, rows).coalesce(1);
    if (areNew) {
      lake.append(table, given);
    } else {
      lake.merge(table, given);
    }
    remember(table, byKey.values());
  }

  /** Replaces the content of the table. */
  public void overwrite(TableSpec table, List<Row> rows) {
    lake.overwrite(table, lake.rows(table, rows).coalesce(1));
    remember(table, rows);
  }

  /** Gives the rows column names, as rows that were read have them. */
  private void remember(TableSpec table, Collection<Row> rows) {
    known.put(table.name(), lake.rows(table, List.copyOf(rows)).collectAsList());
  }

  private static List<Object> keyOf(TableSpec table, Row row) {
    List<Object> key = new ArrayList<>();
    for (String column : table.key()) {
      key.add(row.get(table.schema().indexOf(column)));
    }
    return key;
  }

  private static Column[] columns(TableSpec table) {
    return table.schema().names().stream().map(functions::col).toArray(Column[]::new);
  }
}
