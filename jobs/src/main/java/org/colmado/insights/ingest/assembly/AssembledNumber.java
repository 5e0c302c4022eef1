package org.colmado.insights.ingest.assembly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.table.Sales;

/** What becomes of all rows of one ticket number. */
public final class AssembledNumber {
  private final String store;
  private final List<Row> tickets = new ArrayList<>();
  private final List<Row> places = new ArrayList<>();
  private final List<Row> counts = new ArrayList<>();
  private final List<Row> refusals = new ArrayList<>();

  AssembledNumber(String store) {
    this.store = store;
  }

  /** Rows of {@link AssembledRows#TICKET} to write. */
  public List<Row> tickets() {
    return List.copyOf(tickets);
  }

  /** Rows of {@link AssembledRows#COUNT}: the disposition of every row. */
  public List<Row> counts() {
    return List.copyOf(counts);
  }

  /** Rows of {@link AssembledRows#REFUSED}. */
  public List<Row> refusals() {
    return List.copyOf(refusals);
  }

  public Row row() {
    return AssembledRows.row(
        AssembledRows.ASSEMBLED,
        Map.of(
            AssembledRows.TICKETS, tickets.toArray(Row[]::new),
            AssembledRows.PLACES, places.toArray(Row[]::new),
            AssembledRows.COUNTS, counts.toArray(Row[]::new),
            AssembledRows.REFUSALS, refusals.toArray(Row[]::new)));
  }

  /**
   * Takes a version as the ticket, unless all of it is in the lake.
   *
   * @param before what the lake had it come to; null: it did not have it
   */
  void accept(TicketVersion version, String id, BigDecimal before) {
    if (version.part().rows().stream().allMatch(row -> row.file() == null)) {
      return;
    }

    Map<String, Object> values = new HashMap<>();
    values.put(Sales.SALE_ID, id);
    values.put(AssembledRows.BEFORE, before);
    tickets.add(AssembledRows.with(version.ticket(), values));
    count(version, AssembledRows.ACCEPTED);
    place(version, id);
  }

  /** Notes that files have a ticket that counts. */
  void place(TicketVersion version, String id) {
    filesOf(version).keySet().forEach(file -> places.add(placed(file, id)));
  }

  private Row placed(String file, String id) {
    return AssembledRows.row(
        AssembledRows.PLACE,
        Map.of(Fragments.FILE, file, Sales.STORE_ID, store, Sales.SALE_ID, id));
  }

  void refuse(TicketVersion version, UndecidedTicket refusal) {
    filesOf(version)
        .forEach(
            (file, rows) -> count(file, AssembledRows.REJECTED, refusal.reason(), rows.size()));
    version.part().rows().stream()
        .filter(row -> row.file() != null)
        .forEach(row -> refusals.add(refused(row, refusal)));
  }

  private static Row refused(FlatRow row, UndecidedTicket refusal) {
    Map<String, Object> values = new HashMap<>();
    values.put(Fragments.FILE, row.file());
    values.put(Fragments.LINE, row.line());
    values.put(Fragments.REASON, refusal.reason());
    values.put(Fragments.DETAIL, refusal.getMessage());
    values.put(Fragments.RECORD, row.shown());
    return AssembledRows.row(AssembledRows.REFUSED, values);
  }

  void count(TicketVersion version, String disposition) {
    filesOf(version).forEach((file, rows) -> count(file, disposition, null, rows.size()));
  }

  /**
   * Counts rows of a file.
   *
   * @param file null: rows of the lake, which are not counted
   */
  void count(String file, String disposition, String reason, long records) {
    if (file == null) {
      return;
    }

    Map<String, Object> values = new HashMap<>();
    values.put(Fragments.FILE, file);
    values.put(Sales.STORE_ID, store);
    values.put(AssembledRows.DISPOSITION, disposition);
    values.put(Fragments.REASON, reason);
    values.put(AssembledRows.RECORDS, records);
    counts.add(AssembledRows.row(AssembledRows.COUNT, values));
  }

  private static Map<String, List<FlatRow>> filesOf(TicketVersion version) {
    return version.part().rows().stream()
        .filter(row -> row.file() != null)
        .collect(Collectors.groupingBy(FlatRow::file, TreeMap::new, Collectors.toList()));
  }
}
