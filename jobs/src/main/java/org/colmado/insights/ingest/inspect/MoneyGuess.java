package org.colmado.insights.ingest.inspect;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.colmado.insights.config.RowMark;
import org.colmado.insights.ingest.ticket.NumberFormat;

/**
 * What makes the money of a file: which columns, whether the tax is in them, and which rows are
 * negative.
 *
 * @param money the columns that count
 * @param taxOnTop the column that shows that the tax is added; empty: it is in the amounts, as
 *     ITBIS often is
 */
record MoneyGuess(MoneyColumns money, Optional<String> taxOnTop) {
  private static final double SHARE_THAT_ADDS_UP = 0.9;

  /** Settles which of the columns with money make a line, and forgets the others. */
  static MoneyGuess of(GuessedColumns columns, NumberGuess numbers, Findings findings) {
    MoneyColumns all = moneyOf(columns, numbers);
    boolean isPaid = columns.has("amount") && all.hasPrice() && all.isAmountPaid();
    if (columns.has("amount")) {
      settleAmount(columns, all, isPaid, findings);
    }

    MoneyColumns money = moneyOf(columns, numbers);
    return new MoneyGuess(money, isPaid ? Optional.empty() : taxOnTop(columns, money, findings));
  }

  private static void settleAmount(
      GuessedColumns columns, MoneyColumns all, boolean isPaid, Findings findings) {
    String amount = columns.nameOf("amount");
    if (!all.hasPrice()) {
      if (all.hasAny("discount") && !hasNetColumn(columns, all)) {
        findings.doubt("inspect.doubt.discount", columns.nameOf("discount"), amount);
      }
    } else if (isPaid && !all.isAmountGross()) {
      findings.reason("inspect.amount.paid", amount);
      columns.remove("discount");
    } else if (all.isAmountAfterDiscount() && !all.isAmountAfterDiscountExactly()) {
      findings.reason("inspect.amount.final", amount);
      columns.remove("discount");
    } else if (!all.isAmountGross()) {
      findings.reason(
          all.isAmountAfterDiscount() ? "inspect.amount.net" : "inspect.amount.other", amount);
      columns.remove("amount");
    }
  }

  private static MoneyColumns moneyOf(GuessedColumns columns, NumberGuess numbers) {
    return new MoneyColumns(columns.table(), NumberFormat.of(numbers.numbers()), columns.roles());
  }

  /** Whether another column shows that the amount is before its discount. */
  private static boolean hasNetColumn(GuessedColumns columns, MoneyColumns money) {
    return IntStream.range(0, columns.table().width())
        .anyMatch(column -> columns.isFree(column) && money.isNet(column));
  }

  private static Optional<String> taxOnTop(
      GuessedColumns columns, MoneyColumns money, Findings findings) {
    Optional<String> total = money.columnWithTaxOnTop();
    if (total.isPresent() || !money.isTaxAPercentageOfNet()) {
      return total;
    }

    findings.doubt("inspect.doubt.tax", columns.nameOf("tax"));
    return Optional.of(columns.nameOf("tax"));
  }

  /** Holds the lines against columns with the tickets' totals, if there are any. */
  void check(GuessedColumns columns, KnownWords words, Findings findings) {
    int ticket = columns.of("ticket-id");
    boolean isAmountOfTicket =
        !money.hasPrice()
            && columns.has("amount")
            && money.isOfTicket(columns.of("amount"), ticket);
    if (isAmountOfTicket) {
      findings.doubt("inspect.doubt.amount", columns.nameOf("amount"));
    }
    if (taxOnTop.isEmpty()) {
      ColumnRoles.ticketTotals(columns.table(), words, columns.roles().byRole().values()).stream()
          .filter(column -> money.isOfTicket(column, ticket))
          .forEach(column -> compare(column, columns, findings));
    }
  }

  private void compare(int total, GuessedColumns columns, Findings findings) {
    double share = money.shareThatAddsUpTo(total, columns.of("ticket-id"));
    String name = columns.table().nameOf(total);
    if (share >= SHARE_THAT_ADDS_UP) {
      findings.reason("inspect.adds.up", name);
    } else {
      findings.doubt("inspect.doubt.total", name, Math.round(100 * share));
    }
  }

  /** Marks returns by their sign, where all rows of some ticket are negative. */
  Optional<List<RowMark>> negativeReturns(GuessedColumns columns, Findings findings) {
    boolean hasReturn =
        columns.table().by(columns.of("ticket-id")).values().stream()
            .anyMatch(
                rows ->
                    rows.stream().map(money::net).allMatch(net -> net != null && net.signum() < 0));
    if (!hasReturn) {
      return Optional.empty();
    }

    String role = isNegative(columns, "amount") ? "amount" : "quantity";
    findings.reason("inspect.returns.negative", columns.nameOf(role));
    return Optional.of(List.of(MarkGuess.below(role)));
  }

  private boolean isNegative(GuessedColumns columns, String role) {
    return columns.has(role)
        && columns.table().rows().stream()
            .map(row -> money.number(row, role))
            .anyMatch(number -> number != null && number.signum() < 0);
  }
}
