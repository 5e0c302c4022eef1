package org.colmado.insights.ingest.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the columns that an export writes on a ticket's first row only. */
record FillDownGuess(GuessedColumns columns) {
  private static final List<String> OF_A_TICKET =
      List.of("date", "time", "store", "payment", "customer", "device");

  /**
   * Roles and marked columns that are empty in rows of the ticket above them; empty: neither number
   * nor date is.
   *
   * @param marked columns that marks look at
   */
  Optional<List<String>> find(Set<String> marked) {
    List<List<String>> sold =
        columns.table().rows().stream()
            .filter(row -> !columns.cell(row, "description").isEmpty())
            .toList();
    List<String> filled = new ArrayList<>();
    if (sold.stream().anyMatch(row -> columns.cell(row, "ticket-id").isEmpty())) {
      filled.add("ticket-id");
    }
    OF_A_TICKET.stream()
        .filter(role -> columns.has(role) && isOnFirstRowOnly(sold, columns.of(role)))
        .forEach(filled::add);
    boolean isFilled = filled.contains("date") || filled.contains("ticket-id");
    for (String name : marked) {
      columns
          .table()
          .columnOf(name)
          .filter(column -> isOnFirstRowOnly(sold, column))
          .ifPresent(column -> filled.add(name));
    }
    return isFilled ? Optional.of(filled) : Optional.empty();
  }

  private boolean isOnFirstRowOnly(List<List<String>> sold, int column) {
    for (int i = 1; i < sold.size(); i++) {
      String number = columns.cell(sold.get(i), "ticket-id");
      boolean isSame =
          number.isEmpty() || number.equals(columns.cell(sold.get(i - 1), "ticket-id"));
      if (isSame && SampledTable.cell(sold.get(i), column).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
