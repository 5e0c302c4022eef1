package org.colmado.insights.lake;

import org.colmado.insights.table.Tables;

/** The tables of a lake as SQL knows them. */
public final class TableViews {
  private TableViews() {}

  /** Makes each table known to SQL by its name; one that was never written has no rows. */
  public static void register(Lake lake) {
    Tables.ALL.forEach(table -> lake.read(table).createOrReplaceTempView(table.name()));
  }
}
