package org.colmado.insights.ingest.file;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fills the empty cells of a ticket's further rows with those of its first row. Many exports write
 * the number, the date or the customer of a ticket only once.
 */
final class FilledCells {
  private final Set<String> names;
  private Map<CsvRole, String> cellsBefore = Map.of();
  private Map<String, String> markedBefore = Map.of();

  /**
   * @param names of the roles and marked columns to fill; empty: none
   */
  FilledCells(Set<String> names) {
    this.names = names;
  }

  /** The row with its empty cells filled, if it is of the ticket before. */
  RawRecord filled(RawRecord row) {
    if (names.isEmpty()) {
      return row;
    }

    Map<CsvRole, String> cells = new EnumMap<>(CsvRole.class);
    cells.putAll(row.cells());
    Map<String, String> marked = new TreeMap<>(row.marked());
    String id = cells.get(CsvRole.TICKET_ID);
    if (id == null || id.equals(cellsBefore.get(CsvRole.TICKET_ID))) {
      cellsBefore.forEach(
          (role, value) -> {
            if (names.contains(role.key())) {
              cells.putIfAbsent(role, value);
            }
          });
      markedBefore.forEach(
          (column, value) -> {
            if (names.contains(column)) {
              marked.putIfAbsent(column, value);
            }
          });
    }
    cellsBefore = cells;
    markedBefore = marked;
    return RawRecord.csv(row.line(), row.text(), cells, marked);
  }

  /**
   * After a row that could not be read, nobody knows whose the next rows are: they stay empty, and
   * are refused. A page's header or total changes nothing.
   */
  void forget(RawRecord.Fault fault) {
    if (!fault.isOfReport()) {
      cellsBefore = Map.of();
      markedBefore = Map.of();
    }
  }
}
