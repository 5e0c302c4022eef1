package org.colmado.insights.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Within what a ticket number is unique: {@code id} for a number that never comes back in its
 * store; {@code store+month+device+id} where every till starts again every month.
 *
 * @param period {@code date}, {@code month} or {@code year} on the store's clock; empty: numbers
 *     never start again
 * @param columns roles of the columns that are part of the number
 */
public record TicketNumbering(Optional<String> period, List<String> columns) {
  private static final List<String> PERIODS = List.of("date", "month", "year");
  private static final String EXPECTED =
      "id, or store+...+id with date, month or year and roles of columns, such as"
          + " store+month+device+id";

  /** Reads what a mapping says. */
  static TicketNumbering of(String text) {
    List<String> parts = Arrays.asList(text.split("\\+", -1));
    boolean isPlain = parts.equals(List.of("id"));
    Expect.that(
        isPlain
            || (parts.size() > 2
                && parts.get(0).equals("store")
                && parts.get(parts.size() - 1).equals("id")),
        "ticket-id-unique-by",
        "'" + text + "'",
        EXPECTED);
    List<String> within = isPlain ? List.of() : parts.subList(1, parts.size() - 1);
    List<String> periods = within.stream().filter(PERIODS::contains).toList();
    Expect.that(periods.size() < 2, "ticket-id-unique-by", periods, "one period");

    return new TicketNumbering(
        periods.stream().findFirst(),
        within.stream().filter(part -> !PERIODS.contains(part)).toList());
  }
}
