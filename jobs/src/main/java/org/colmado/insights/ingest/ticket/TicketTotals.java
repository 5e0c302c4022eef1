package org.colmado.insights.ingest.ticket;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What a record says of its whole ticket, beside its lines; null: not given.
 *
 * @param total what was paid
 * @param discount of the ticket, 0 or more
 * @param tax of the ticket
 * @param tip in the total: no revenue of the shop
 */
record TicketTotals(BigDecimal total, BigDecimal discount, BigDecimal tax, BigDecimal tip) {

  /** The total without the tip; null: not given. */
  BigDecimal paid() {
    return total == null || tip == null ? total : total.subtract(tip);
  }

  /**
   * The lines with their shares of the ticket's discount, and of its tax where the total shows that
   * the lines do not have it in them.
   */
  List<ParsedTicket.Line> over(List<ParsedTicket.Line> lines) {
    boolean isPlain = !isGiven(discount) && !isGiven(tax);
    if (isPlain || lines.stream().anyMatch(line -> TicketRule.amount(line) == null)) {
      return lines;
    }

    List<ParsedTicket.Line> discounted = spread(discount, lines, TicketTotals::discounted);
    return isTaxOnTop(discounted) ? spread(tax, discounted, TicketTotals::taxed) : discounted;
  }

  private boolean isTaxOnTop(List<ParsedTicket.Line> lines) {
    return isGiven(tax) && paid() != null && paid().compareTo(net(lines).add(tax)) == 0;
  }

  private static boolean isGiven(BigDecimal amount) {
    return amount != null && amount.signum() != 0;
  }

  private static List<ParsedTicket.Line> spread(
      BigDecimal amount,
      List<ParsedTicket.Line> lines,
      BiFunction<ParsedTicket.Line, BigDecimal, ParsedTicket.Line> with) {
    if (!isGiven(amount)) {
      return lines;
    }

    List<BigDecimal> shares =
        Proportions.shares(amount.abs(), lines.stream().map(TicketTotals::net).toList());
    List<ParsedTicket.Line> spread = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      spread.add(with.apply(lines.get(i), shares.get(i)));
    }
    return spread;
  }

  private static ParsedTicket.Line discounted(ParsedTicket.Line line, BigDecimal share) {
    return with(line, TicketRule.amount(line), TicketRule.discount(line).add(share), line.tax());
  }

  private static ParsedTicket.Line taxed(ParsedTicket.Line line, BigDecimal share) {
    return with(line, TicketRule.amount(line).add(share), line.discount(), share);
  }

  private static ParsedTicket.Line with(
      ParsedTicket.Line line, BigDecimal amount, BigDecimal discount, BigDecimal tax) {
    return new ParsedTicket.Line(
        line.code(),
        line.description(),
        line.quantity(),
        line.unitPrice(),
        amount,
        discount,
        tax,
        line.cost(),
        line.category(),
        line.kind());
  }

  private static BigDecimal net(List<ParsedTicket.Line> lines) {
    return lines.stream().map(TicketTotals::net).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal net(ParsedTicket.Line line) {
    return TicketRule.amount(line).subtract(TicketRule.discount(line));
  }
}
