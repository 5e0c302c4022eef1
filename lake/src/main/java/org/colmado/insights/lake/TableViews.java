package org.colmado.insights.lake;

import org.colmado.insights.table.Tables;

/** Temporary views of a lake's tables, for SQL. */
public final class TableViews {
  private TableViews() {}

  /** Registers every table as a view under its name; a table that was never written is empty. */
  public static void register(Lake lake) {
    Tables.ALL.forEach(table -> lake.read(table).createOrReplaceTempView(table.name()));
  }
}
