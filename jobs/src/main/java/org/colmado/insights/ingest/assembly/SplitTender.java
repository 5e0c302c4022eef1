package org.colmado.insights.ingest.assembly;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A ticket that was paid in several ways. Some exports join payments to lines, so that every line
 * is there once for each payment.
 */
final class SplitTender {
  private SplitTender() {}

  /**
   * The rows of the ticket, each once.
   *
   * @throws UndecidedTicket if some of its lines are under several tenders and some are not
   */
  static List<FlatRow> each(List<FlatRow> rows) throws UndecidedTicket {
    if (rows.stream().anyMatch(row -> row.tender() == null)) {
      return rows;
    }

    Map<String, List<FlatRow>> byTender =
        rows.stream()
            .collect(Collectors.groupingBy(FlatRow::tender, TreeMap::new, Collectors.toList()));
    Collection<List<Long>> keys = byTender.values().stream().map(SplitTender::keys).toList();
    if (byTender.size() == 1 || areApart(keys)) {
      return rows;
    }
    if (Set.copyOf(keys).size() == 1) {
      return byTender.values().iterator().next();
    }
    throw new UndecidedTicket(
        "lines_by_payment",
        "Found lines under %s, some of them alike: nobody can tell what was bought twice"
            .formatted(byTender.keySet()));
  }

  /** How the ticket was paid: {@code mixed} if in several ways. */
  static String method(List<FlatRow> rows) {
    Set<String> tenders = rows.stream().map(FlatRow::tender).collect(Collectors.toSet());

    return tenders.size() > 1 ? "mixed" : rows.get(0).paymentMethod();
  }

  private static List<Long> keys(List<FlatRow> rows) {
    return rows.stream().map(FlatRow::key).sorted().toList();
  }

  private static boolean areApart(Collection<List<Long>> keys) {
    Set<Long> seen = new HashSet<>();
    for (List<Long> ofTender : keys) {
      if (!Collections.disjoint(seen, ofTender)) {
        return false;
      }
      seen.addAll(ofTender);
    }
    return true;
  }
}
