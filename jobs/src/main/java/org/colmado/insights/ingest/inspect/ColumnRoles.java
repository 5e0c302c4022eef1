package org.colmado.insights.ingest.inspect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which column has which role, by the names of the columns and by what is in them.
 *
 * @param byRole column from 0 by role
 */
record ColumnRoles(Map<String, Integer> byRole) {
  private static final Set<String> NUMBERS =
      Set.of("quantity", "unit-price", "amount", "discount", "tax");
  private static final Set<String> TEXTS = Set.of("description", "store", "payment", "category");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[^\\d]{0,6}[-+(]?\\d[\\d.,\u00a0 ]*([eE][+-]?\\d+)?[-)]?\"?[^\\d]{0,6}|[-+(]+\\d[\\d.,]*\\)?");
  private static final double SHARE_NEEDED = 0.8;
  private static final String TICKET_TOTAL = "ticket-total";

  /** A column that may have a role. */
  private record Candidate(String role, int column, int sureness) {}

  static ColumnRoles of(SampledTable table, KnownWords words) {
    List<Candidate> candidates = new ArrayList<>();
    for (int column = 0; column < table.header().size(); column++) {
      for (String role : words.columns().keySet()) {
        if (role.equals(TICKET_TOTAL)) {
          continue;
        }
        int sureness = words.sureness(table.header().get(column), role);
        boolean isTicketTotal =
            role.equals("amount")
                && words.sureness(table.header().get(column), TICKET_TOTAL) > sureness;
        if (sureness > 0 && !isTicketTotal && fits(role, table.values(column))) {
          candidates.add(new Candidate(role, column, sureness));
        }
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::sureness).reversed());

    Map<String, Integer> byRole = new LinkedHashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (!byRole.containsKey(candidate.role()) && taken.add(candidate.column())) {
        byRole.put(candidate.role(), candidate.column());
      }
    }
    return new ColumnRoles(byRole);
  }

  /**
   * The roles of a table without a header, by what is in its columns: the first column that is no
   * date is the ticket's, the first of words is the product's, and numbers are quantity and price.
   *
   * @param dates columns that are date and time
   */
  static ColumnRoles ofContent(SampledTable table, List<Integer> dates) {
    Map<String, Integer> byRole = new LinkedHashMap<>();
    List<Integer> numbers = new ArrayList<>();
    for (int column = 0; column < table.width(); column++) {
      List<String> values = table.values(column);
      if (dates.contains(column) || values.isEmpty()) {
        continue;
      }
      if (!byRole.containsKey("ticket-id")) {
        byRole.put("ticket-id", column);
      } else if (fits("amount", values)) {
        numbers.add(column);
      } else {
        byRole.putIfAbsent("description", column);
      }
    }

    List<String> roles =
        numbers.size() == 1 ? List.of("amount") : List.of("quantity", "unit-price", "amount");
    for (int i = 0; i < Math.min(numbers.size(), roles.size()); i++) {
      byRole.put(roles.get(i), numbers.get(i));
    }
    return new ColumnRoles(byRole);
  }

  private static boolean fits(String role, List<String> values) {
    if (values.isEmpty()) {
      return !NUMBERS.contains(role);
    }

    double share =
        (double) values.stream().filter(value -> NUMBER.matcher(value).matches()).count()
            / values.size();
    return NUMBERS.contains(role)
        ? share >= SHARE_NEEDED
        : !TEXTS.contains(role) || share < SHARE_NEEDED || role.equals("store");
  }

  /** Columns that may be what whole tickets come to; none of them has a role. */
  static List<Integer> ticketTotals(
      SampledTable table, KnownWords words, Collection<Integer> taken) {
    List<Integer> totals = new ArrayList<>();
    for (int column = 0; column < table.header().size(); column++) {
      boolean isNamed = words.sureness(table.header().get(column), TICKET_TOTAL) > 0;
      if (isNamed && !taken.contains(column) && fits("amount", table.values(column))) {
        totals.add(column);
      }
    }
    return totals;
  }

  boolean has(String role) {
    return byRole.containsKey(role);
  }

  /** The column of a role; -1: it has none. */
  int of(String role) {
    return byRole.getOrDefault(role, -1);
  }
}
