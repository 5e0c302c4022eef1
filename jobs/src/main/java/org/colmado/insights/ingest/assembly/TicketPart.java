package org.colmado.insights.ingest.assembly;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows of one number that are one ticket: its sale, or what was taken back of it on one day.
 *
 * @param returnedOn business day of a return; null: the sale
 */
record TicketPart(LocalDate returnedOn, List<FlatRow> rows) {
  /** Goods that are taken back this close to a sale of the same number are exchanged with it. */
  private static final Duration EXCHANGE = Duration.ofMinutes(5);

  /**
   * The parts of one number in one file. A return later than the sale is a ticket of its own, so
   * that the day of the sale stays what it was; so is one that takes all of the sale back.
   */
  static List<TicketPart> of(List<FlatRow> rows) {
    List<FlatRow> sold = rows.stream().filter(row -> !row.isReturn()).toList();
    Set<FlatRow> exchanged =
        rows.stream()
            .filter(row -> row.isReturn() && isCloseTo(sold, row))
            .collect(Collectors.toSet());
    if (FlatRow.net(sold).add(FlatRow.net(exchanged)).signum() == 0) {
      exchanged.clear();
    }
    List<FlatRow> ofSale =
        rows.stream().filter(row -> !row.isReturn() || exchanged.contains(row)).toList();

    List<TicketPart> parts = new ArrayList<>();
    if (!ofSale.isEmpty()) {
      parts.add(new TicketPart(null, ofSale));
    }
    rows.stream()
        .filter(row -> row.isReturn() && !exchanged.contains(row))
        .collect(Collectors.groupingBy(FlatRow::businessOn, TreeMap::new, Collectors.toList()))
        .forEach((day, ofDay) -> parts.add(new TicketPart(day, ofDay)));
    return parts;
  }

  private static boolean isCloseTo(List<FlatRow> sold, FlatRow returned) {
    return sold.stream()
        .anyMatch(
            sale ->
                Duration.between(sale.soldAt(), returned.soldAt()).abs().compareTo(EXCHANGE) <= 0);
  }

  boolean isReturn() {
    return returnedOn != null;
  }
}
