package org.colmado.insights.ingest.inspect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.colmado.insights.ingest.ticket.NumberFormat;

/**
 * Which columns make a line's money, tested on the numbers themselves.
 *
 * @param table with the file's rows
 * @param format of its numbers
 * @param roles of its columns
 */
record MoneyColumns(SampledTable table, NumberFormat format, ColumnRoles roles) {
  private static final double SHARE_NEEDED = 0.9;
  private static final BigDecimal CENTS = new BigDecimal("0.02");

  /** Whether quantity times price is there. */
  boolean hasPrice() {
    return roles.has("quantity") && roles.has("unit-price");
  }

  /** Whether the amount is quantity times price. */
  boolean isAmountGross() {
    return agrees(
        row -> number(row, "amount"),
        row -> product(number(row, "quantity"), number(row, "unit-price")));
  }

  /** Whether the amount is quantity times price less the discount. */
  boolean isAmountAfterDiscount() {
    return hasAny("discount")
        && hasPrice()
        && agrees(row -> number(row, "amount"), this::discounted);
  }

  /** Whether the amount is quantity times price less the discount, to the cent in every row. */
  boolean isAmountAfterDiscountExactly() {
    return table.rows().stream()
        .allMatch(
            row ->
                number(row, "amount") == null
                    || discounted(row) == null
                    || number(row, "amount")
                            .compareTo(discounted(row).setScale(2, RoundingMode.HALF_UP))
                        == 0);
  }

  /** Whether the amount is what was paid: less the discount, and with the tax. */
  boolean isAmountPaid() {
    return hasAny("tax")
        && hasPrice()
        && agrees(row -> number(row, "amount"), row -> plus(discounted(row), number(row, "tax")));
  }

  private BigDecimal discounted(List<String> row) {
    return minus(
        product(number(row, "quantity"), number(row, "unit-price")), number(row, "discount"));
  }

  /** Whether a column has the same number in all rows of a ticket, in several tickets. */
  boolean isOfTicket(int column, int ticketColumn) {
    List<List<List<String>>> tickets =
        table.by(ticketColumn).values().stream().filter(rows -> rows.size() > 1).toList();

    return !tickets.isEmpty()
        && tickets.stream()
            .allMatch(
                rows ->
                    rows.stream()
                            .map(row -> cell(row, column))
                            .filter(Objects::nonNull)
                            .distinct()
                            .count()
                        == 1);
  }

  /** Share of tickets whose rows add up to a column of the whole ticket; 0 to 1. */
  double shareThatAddsUpTo(int column, int ticketColumn) {
    Collection<List<List<String>>> tickets = table.by(ticketColumn).values();
    long same =
        tickets.stream()
            .filter(
                rows -> {
                  BigDecimal total = cell(rows.get(0), column);
                  BigDecimal sum =
                      rows.stream()
                          .map(this::net)
                          .filter(Objects::nonNull)
                          .reduce(BigDecimal.ZERO, BigDecimal::add);
                  return total != null
                      && total.abs().subtract(sum.abs()).abs().compareTo(CENTS) <= 0;
                })
            .count();

    return (double) same / tickets.size();
  }

  /** Whether a column is the amount less the discount. */
  boolean isNet(int column) {
    return agrees(
        row -> cell(row, column), row -> minus(number(row, "amount"), number(row, "discount")));
  }

  /** Whether some row has a number in the column of a role other than 0. */
  boolean hasAny(String role) {
    return roles.has(role)
        && table.rows().stream()
            .map(row -> number(row, role))
            .anyMatch(value -> value != null && value.signum() != 0);
  }

  /**
   * A column in which the tax is added to what the row comes to; empty: there is none, so that the
   * tax is taken to be in the amount.
   */
  Optional<String> columnWithTaxOnTop() {
    if (!roles.has("tax") || !hasAny("tax")) {
      return Optional.empty();
    }

    return IntStream.range(0, table.width())
        .filter(column -> !roles.byRole().containsValue(column))
        .filter(
            column -> agrees(row -> cell(row, column), row -> plus(net(row), number(row, "tax"))))
        .mapToObj(table::nameOf)
        .findFirst();
  }

  /**
   * Whether the tax is a whole percentage of what a row comes to: then it is added to it. Of a tax
   * that is in it, 18 % is 15.25 % of the row.
   */
  boolean isTaxAPercentageOfNet() {
    return roles.has("tax")
        && hasAny("tax")
        && agrees(row -> number(row, "tax"), row -> ofWholePercentage(row, BigDecimal.ZERO))
        && !agrees(row -> number(row, "tax"), row -> ofWholePercentage(row, BigDecimal.ONE));
  }

  /** The tax at the nearest whole percentage of the row less some taxes. */
  private BigDecimal ofWholePercentage(List<String> row, BigDecimal taxes) {
    BigDecimal net = net(row);
    BigDecimal tax = number(row, "tax");
    if (net == null || tax == null || tax.signum() == 0) {
      return tax;
    }

    BigDecimal base = net.abs().subtract(tax.abs().multiply(taxes));
    return base.signum() <= 0
        ? BigDecimal.ZERO
        : tax.abs().divide(base, 2, RoundingMode.HALF_UP).multiply(base);
  }

  /** What a row comes to before tax; null: it has no number. */
  BigDecimal net(List<String> row) {
    BigDecimal gross =
        hasPrice() && !roles.has("amount")
            ? product(number(row, "quantity"), number(row, "unit-price"))
            : number(row, "amount");

    return roles.has("discount") && gross != null ? minus(gross, number(row, "discount")) : gross;
  }

  BigDecimal number(List<String> row, String role) {
    return cell(row, roles.of(role));
  }

  private BigDecimal cell(List<String> row, int column) {
    return column < 0 || column >= row.size() ? null : NumberGuess.read(format, row.get(column));
  }

  private boolean agrees(Value one, Value other) {
    long both = 0;
    long same = 0;
    for (List<String> row : table.rows()) {
      BigDecimal first = one.of(row);
      BigDecimal second = other.of(row);
      if (first != null && second != null) {
        both++;
        same += first.abs().subtract(second.abs()).abs().compareTo(CENTS) <= 0 ? 1 : 0;
      }
    }
    return both > 0 && same >= SHARE_NEEDED * both;
  }

  private static BigDecimal product(BigDecimal one, BigDecimal other) {
    return one == null || other == null ? null : one.multiply(other);
  }

  private static BigDecimal minus(BigDecimal one, BigDecimal other) {
    return one == null
        ? null
        : one.subtract(Objects.requireNonNullElse(other, BigDecimal.ZERO).abs());
  }

  private static BigDecimal plus(BigDecimal one, BigDecimal other) {
    return one == null ? null : one.add(Objects.requireNonNullElse(other, BigDecimal.ZERO));
  }

  /** A number of a row; null: none. */
  private interface Value {
    BigDecimal of(List<String> row);
  }
}
