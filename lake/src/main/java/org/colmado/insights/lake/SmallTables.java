package org.colmado.insights.lake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.schema.TableSpec;

/**
 * A cache of small tables such as settings, calendars and names. Each is read once in a run; a
 * query over the cached rows is much cheaper than one over Delta. These tables grow with stores and
 * products, never with tickets.
 */
public final class SmallTables {
  private final Lake lake;
  private final Map<String, List<Row>> known = new ConcurrentHashMap<>();

  public SmallTables(Lake lake) {
    this.lake = lake;
  }

  /** All rows, columns in the order of the spec; empty if the table was never written. */
  public List<Row> rows(TableSpec table) {
    return known.computeIfAbsent(
        table.name(),
        name ->
            named(
                table,
                lake.values(table, table.schema().names()).stream()
                    .map(values -> SparkValues.toSpark(values, table.schema()))
                    .toList()));
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
    if (areNew) {
      lake.append(table, rows);
    } else {
      lake.overwrite(table, List.copyOf(byKey.values()));
    }
    remember(table, byKey.values());
  }

  /** Replaces the content of the table. */
  public void overwrite(TableSpec table, List<Row> rows) {
    lake.overwrite(table, rows);
    remember(table, rows);
  }

  private void remember(TableSpec table, Collection<Row> rows) {
    known.put(table.name(), named(table, List.copyOf(rows)));
  }

  /** Gives the rows column names, as rows that were read have them. */
  private List<Row> named(TableSpec table, List<Row> rows) {
    return rows.isEmpty() ? List.of() : lake.rows(table, rows).collectAsList();
  }

  private static List<Object> keyOf(TableSpec table, Row row) {
    List<Object> key = new ArrayList<>();
    for (String column : table.key()) {
      key.add(row.get(table.schema().indexOf(column)));
    }
    return key;
  }
}
