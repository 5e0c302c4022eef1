package org.colmado.insights.ingest.ticket;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colmado.insights.products.ProductNames;

/**
 * A rule that every accepted ticket meets. (Unreadable dates and numbers are reported earlier, by
 * the parsers: {@code unreadable_...}, {@code missing_date}, {@code date_without_time}, {@code
 * malformed_record}.)
 *
 * @param name reason in {@code rejected_sales}
 * @param isBroken whether a ticket breaks it
 * @param found what the ticket has, and what was expected
 */
public record TicketRule(
    String name, Predicate<ParsedTicket> isBroken, Function<ParsedTicket, String> found) {

  /** Maximum value that fits the tables' columns. */
  private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(9);

  /** No line of a shop has a million units; a bar code of eight digits or more has. */
  private static final BigDecimal TOO_MANY = BigDecimal.TEN.pow(6);

  /** How Excel shows a number of twelve digits or more: {@code 7.46E+12}. */
  private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?[Ee]\\+\\d{2}");

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /**
   * The rules of records that are whole tickets, in the order in which they are checked.
   *
   * @param readAt start of the run; a sale more than a day later is in the future
   */
  public static List<TicketRule> ofTickets(Instant readAt) {
    return Stream.concat(ofRows(readAt).stream(), ofTotals().stream()).toList();
  }

  /**
   * The rules of records that are rows of tickets. What a ticket comes to is known only when all
   * its rows are: a free item, a discount or an exchange is a row of a sale like any other.
   *
   * @param readAt as for {@link #ofTickets}
   */
  static List<TicketRule> ofRows(Instant readAt) {
    Instant latest = readAt.plus(Duration.ofDays(1));

    return List.of(
        new TicketRule(
            "missing_ticket_id",
            ticket -> ticket.id() == null,
            ticket ->
                "Found no ticket id: a sale without one cannot be distinguished from its copy"),
        new TicketRule(
            "rounded_ticket_id",
            ticket -> ROUNDED.matcher(ticket.id()).matches(),
            ticket ->
                "Found '%s': Excel has rounded the number, so that many tickets have this one"
                    .formatted(ticket.id())),
        new TicketRule(
            "date_too_old",
            ticket -> ticket.soldAt().isBefore(EARLIEST),
            ticket -> "Found %s, expected a sale since 2000".formatted(ticket.soldAt())),
        new TicketRule(
            "date_in_the_future",
            ticket -> ticket.soldAt().isAfter(latest),
            ticket -> "Found %s, read at %s".formatted(ticket.soldAt(), readAt)),
        new TicketRule(
            "no_items",
            ticket -> ticket.lines().isEmpty(),
            ticket -> "Found no items: there is nothing that was sold"),
        new TicketRule(
            "item_without_name",
            ticket -> ticket.lines().stream().anyMatch(line -> isNameless(line.description())),
            ticket -> "Found an item with neither description nor code"),
        new TicketRule(
            "item_without_amount",
            ticket -> ticket.lines().stream().anyMatch(line -> amount(line) == null),
            ticket -> "Found an item with no amount and no quantity and price to make it from"),
        new TicketRule(
            "implausible_amount",
            ticket ->
                sumOf(ticket, TicketRule::amount).compareTo(TOO_MUCH) >= 0
                    || sumOf(ticket, ParsedTicket.Line::quantity).compareTo(TOO_MUCH) >= 0
                    || sumOf(ticket, ParsedTicket.Line::discount).compareTo(TOO_MUCH) >= 0
                    || sumOf(ticket, ParsedTicket.Line::tax).compareTo(TOO_MUCH) >= 0,
            ticket -> "Found items of a billion or more: no ticket of a shop"),
        new TicketRule(
            "implausible_quantity",
            ticket -> ticket.lines().stream().anyMatch(TicketRule::isTooMany),
            ticket -> "Found a quantity of a million or more: a bar code in the wrong column?"));
  }

  private static List<TicketRule> ofTotals() {
    return List.of(
        new TicketRule(
            "negative_total",
            ticket -> !ticket.isReturn() && net(ticket).signum() < 0,
            ticket ->
                "Found %s on a sale: more was given back than sold; only a return may be negative"
                    .formatted(net(ticket))),
        new TicketRule(
            "negative_ticket_total",
            ticket -> !ticket.isReturn() && ticket.total() != null && ticket.total().signum() < 0,
            ticket ->
                "Found %s on a sale; only a return may be negative".formatted(ticket.total())),
        new TicketRule(
            "nothing_paid",
            ticket -> net(ticket).signum() == 0,
            ticket -> "Found items that come to 0: an even exchange or an adjustment, not a sale"));
  }

  private static boolean isTooMany(ParsedTicket.Line line) {
    return line.quantity() != null && line.quantity().abs().compareTo(TOO_MANY) >= 0;
  }

  private static boolean isNameless(String description) {
    boolean isPlain =
        description != null && description.charAt(0) > ' ' && description.charAt(0) < 127;

    return !isPlain && ProductNames.keyOf(description) == null;
  }

  private static BigDecimal sumOf(
      ParsedTicket ticket, Function<ParsedTicket.Line, BigDecimal> value) {
    return ticket.lines().stream()
        .map(value)
        .filter(Objects::nonNull)
        .map(BigDecimal::abs)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Amount of a line before its discount, to the cent; null if it cannot be computed. */
  public static BigDecimal amount(ParsedTicket.Line line) {
    if (line.amount() != null) {
      return line.amount().setScale(2, java.math.RoundingMode.HALF_UP);
    }

    return line.quantity() == null || line.unitPrice() == null
        ? null
        : line.quantity().multiply(line.unitPrice()).setScale(2, java.math.RoundingMode.HALF_UP);
  }

  /** Discount of a line to the cent; 0 if there is none. */
  public static BigDecimal discount(ParsedTicket.Line line) {
    return line.discount() == null
        ? BigDecimal.ZERO.setScale(2)
        : line.discount().abs().setScale(2, java.math.RoundingMode.HALF_UP);
  }

  /** Amounts minus discounts; unsigned for a return that is written with positive amounts. */
  private static BigDecimal net(ParsedTicket ticket) {
    return ticket.lines().stream()
        .map(line -> amount(line).subtract(discount(line)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
