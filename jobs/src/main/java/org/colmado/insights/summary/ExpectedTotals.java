package org.colmado.insights.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.ingest.FileDay;

/**
 * What the till's own report says of some files.
 *
 * @param total sales less returns, ITBIS included; null: not given
 * @param tickets sales, without returns and cancelled tickets; null: not given
 */
public record ExpectedTotals(BigDecimal total, Long tickets) {

  /** What does not tie, a sentence each; empty: all does. */
  public List<String> differences(List<FileDay> days, Messages texts) {
    BigDecimal found =
        days.stream()
            .map(day -> day.sold().add(day.returned()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    long foundTickets = days.stream().mapToLong(FileDay::tickets).sum();
    List<String> differences = new ArrayList<>();
    if (total != null && total.compareTo(found) != 0) {
      differences.add(texts.of("tieout.total.differs", found, total, found.subtract(total)));
    }
    if (tickets != null && tickets != foundTickets) {
      differences.add(
          texts.of("tieout.tickets.differ", foundTickets, tickets, foundTickets - tickets));
    }
    return differences;
  }
}
