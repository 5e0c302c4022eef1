package org.colmado.insights.ingest.assembly;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.Sales;

/**
 * One ticket as one file has it.
 *
 * @param part the rows that it is made of
 * @param isComplete no row of it was refused
 * @param ticket of {@link AssembledRows#TICKET}; null: refused
 * @param refusal why it cannot be counted; null: it can
 */
record TicketVersion(TicketPart part, boolean isComplete, Row ticket, UndecidedTicket refusal) {
  /** A sale goes on for less: its rows are of two tickets with the same number. */
  private static final Duration LONGEST_SALE = Duration.ofHours(3);

  /**
   * Puts a ticket together.
   *
   * @param part its rows; those that are alike count as often as they are there
   */
  static TicketVersion of(TicketPart part, boolean isComplete, AssemblySettings settings) {
    try {
      List<FlatRow> rows = counted(part.rows());
      checkDays(rows);
      Map<Long, FlatRow> byKey =
          new TreeMap<>(NumberedRows.of(SplitTender.each(rows), false).byKey());
      TicketLines lines = TicketLines.of(byKey, !settings.ticketsAreSplit());
      boolean isVoid = rows.get(0).isVoid();
      if (!isVoid) {
        checkTotal(lines.net(), part, rows);
      }
      FlatRow first = first(rows);
      Row ticket =
          AssembledRows.ticket(
              first,
              lines,
              SplitTender.method(rows),
              part.isReturn() || lines.net().signum() < 0,
              !isComplete);
      return new TicketVersion(part, isComplete, ticket, null);
    } catch (UndecidedTicket e) {
      return new TicketVersion(part, isComplete, null, e);
    }
  }

  /** Without the rows that were cancelled, unless all were. */
  private static List<FlatRow> counted(List<FlatRow> rows) {
    List<FlatRow> counted = rows.stream().filter(row -> !row.isVoid()).toList();

    return counted.isEmpty() ? rows : counted;
  }

  private static void checkDays(List<FlatRow> rows) throws UndecidedTicket {
    FlatRow first = first(rows);
    FlatRow last = rows.stream().max(Comparator.comparing(FlatRow::soldAt)).orElseThrow();
    if (!first.businessOn().equals(last.businessOn())
        && Duration.between(first.soldAt(), last.soldAt()).compareTo(LONGEST_SALE) > 0) {
      throw overDays(first.businessOn(), last.businessOn());
    }
  }

  static UndecidedTicket overDays(LocalDate one, LocalDate other) {
    return new UndecidedTicket(
        "ticket_over_days",
        "Found rows of %s and of %s under one number: if numbers start again, set ticket-id-unique-by"
            .formatted(one, other));
  }

  private static void checkTotal(BigDecimal net, TicketPart part, List<FlatRow> rows)
      throws UndecidedTicket {
    if (net.signum() == 0) {
      throw new UndecidedTicket(
          "nothing_paid", "Found rows that come to 0: an adjustment, not a sale");
    }
    if (net.signum() < 0 && rows.stream().noneMatch(FlatRow::isReturn)) {
      throw new UndecidedTicket(
          "negative_total",
          "Found %s on a sale; only a return may be negative: see cancelled-when".formatted(net));
    }
    if (net.signum() > 0 && part.isReturn()) {
      throw new UndecidedTicket(
          "negative_total", "Found a return whose discounts are more than what was taken back");
    }
  }

  private static FlatRow first(List<FlatRow> rows) {
    return rows.stream()
        .min(
            Comparator.comparing(FlatRow::soldAt)
                .thenComparing(FlatRow::isReturn)
                .thenComparing(FlatRow::key))
        .orElseThrow();
  }

  boolean isRefused() {
    return refusal != null;
  }

  /** Of two versions the complete one counts, then the newer, then the one of the later name. */
  static Comparator<TicketVersion> byWorth() {
    return Comparator.comparing(TicketVersion::isComplete)
        .thenComparing(TicketVersion::versionAt)
        .thenComparing(TicketVersion::file);
  }

  /** The last of its files; empty: the lake. */
  String file() {
    return part.rows().stream()
        .map(FlatRow::file)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse("");
  }

  Instant versionAt() {
    return part.rows().stream()
        .map(FlatRow::versionAt)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  LocalDate businessOn() {
    return ticket.getAs(Sales.BUSINESS_ON);
  }

  long revision() {
    return ticket.getAs(Sales.REVISION);
  }
}
