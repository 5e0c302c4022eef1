package org.colmado.insights.ingest.file;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Fills the empty cells of a ticket's further rows with those of its first row. Many exports write
 * the number, the date or the customer of a ticket only once.
 */
final class FilledCells {
  private final Set<CsvRole> roles;
  private Map<CsvRole, String> before = Map.of();

  /**
   * @param roles to fill; empty: none
   */
  FilledCells(Set<CsvRole> roles) {
    this.roles = roles;
  }

  /** The cells of the next row with the empty ones filled, if it is of the ticket before. */
  Map<CsvRole, String> with(Map<CsvRole, String> cells) {
    if (roles.isEmpty()) {
      return cells;
    }

    String id = cells.get(CsvRole.TICKET_ID);
    boolean isSameTicket = id == null || id.equals(before.get(CsvRole.TICKET_ID));
    Map<CsvRole, String> filled = new EnumMap<>(CsvRole.class);
    filled.putAll(cells);
    if (isSameTicket) {
      roles.stream()
          .filter(before::containsKey)
          .forEach(role -> filled.putIfAbsent(role, before.get(role)));
    }
    before = filled;
    return filled;
  }

  /**
   * After a row that could not be read, nobody knows whose the next rows are: they stay empty, and
   * are refused. A page's header or total changes nothing.
   */
  void forget(RawRecord.Fault fault) {
    if (!fault.isOfReport()) {
      before = Map.of();
    }
  }
}
