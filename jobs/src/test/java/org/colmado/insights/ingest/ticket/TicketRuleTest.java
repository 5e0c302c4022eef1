package org.colmado.insights.ingest.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketRuleTest {
  private static final Instant READ_AT = Instant.parse("2026-11-22T05:00:00Z");
  private static final Instant SOLD_AT = Instant.parse("2026-11-21T18:00:00Z");

  @Test
  void acceptsAGoodSale() {
    assertThat(broken(sale(line("2", "35.50", null)))).isEmpty();
  }

  // D17: docs/defects.md
  @Test
  void aTicketWithoutIdIsRefused() {
    assertThat(broken(ticket(null, SOLD_AT, null, false, line("1", "5", null))))
        .contains("missing_ticket_id");
  }

  @Test
  void refusesATicketNumberThatExcelRounded() {
    for (String id : new String[] {"7.46E+12", "7,46E+12", "7E+11", "7.46e+12"}) {
      assertThat(broken(ticket(id, SOLD_AT, null, false, line("1", "5", null))))
          .as(id)
          .contains("rounded_ticket_id");
    }
    for (String id : new String[] {"746E12", "E+12", "7460012300123", "7.46"}) {
      assertThat(broken(ticket(id, SOLD_AT, null, false, line("1", "5", null)))).as(id).isEmpty();
    }
  }

  @Test
  void refusesASaleBefore2000() {
    Instant old = Instant.parse("1999-12-31T23:59:59Z");

    assertThat(broken(ticket("1", old, null, false, line("1", "5", null))))
        .contains("date_too_old");
    assertThat(broken(ticket("1", old.plusSeconds(1), null, false, line("1", "5", null))))
        .isEmpty();
  }

  @Test
  void refusesASaleMoreThanADayAhead() {
    Instant latest = READ_AT.plus(Duration.ofDays(1));

    assertThat(broken(ticket("1", latest, null, false, line("1", "5", null)))).isEmpty();
    assertThat(broken(ticket("1", latest.plusSeconds(1), null, false, line("1", "5", null))))
        .contains("date_in_the_future");
  }

  // D12: docs/defects.md
  @Test
  void emptyBasketIsRefusedNotNaN() {
    assertThat(broken(sale())).contains("no_items");
  }

  @Test
  void refusesAnItemWithoutName() {
    for (String name : new String[] {null, "\u00a0", "\u200b"}) {
      assertThat(broken(sale(named(name)))).as("name %s", name).contains("item_without_name");
    }
    assertThat(broken(sale(named("ñame")))).isEmpty();
  }

  @Test
  void refusesAnItemThatCameToNothingKnown() {
    assertThat(broken(sale(line("2", null, null)))).contains("item_without_amount");
    assertThat(broken(sale(line(null, "35", null)))).contains("item_without_amount");
    assertThat(broken(sale(line(null, null, "35")))).isEmpty();
  }

  @Test
  void refusesAmountsThatTheTablesHaveNoRoomFor() {
    assertThat(broken(sale(line("999999", "999999", null)))).contains("implausible_amount");
    assertThat(broken(sale(line("600000000", null, "5"), line("600000000", null, "5"))))
        .contains("implausible_amount");
    assertThat(broken(sale(line("1", null, "999999999")))).isEmpty();
  }

  @Test
  void refusesABarCodeForAQuantity() {
    assertThat(broken(sale(line("74600123", "1", null)))).contains("implausible_quantity");
    assertThat(broken(sale(line("-74600123", null, "5")))).contains("implausible_quantity");
    assertThat(broken(sale(line("999999", "1", null)))).isEmpty();
  }

  @Test
  void theUserGuideSaysOfEveryRuleWhatToDo() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "user-guide.md"));

    assertThat(TicketRule.ofTickets(READ_AT))
        .allSatisfy(rule -> assertThat(guide).contains("| `" + rule.name() + "` |"));
  }

  // D14: docs/defects.md
  @Test
  void aNegativeSaleIsRefusedAndANegativeReturnIsNot() {
    assertThat(broken(sale(line("1", null, "-5")))).contains("negative_total");
    assertThat(broken(ticket("1", SOLD_AT, null, true, line("1", null, "-5")))).isEmpty();
  }

  // D14: docs/defects.md
  @Test
  void aSaleThatSaysANegativeTotalIsRefused() {
    BigDecimal minus = new BigDecimal("-5");

    assertThat(broken(ticket("1", SOLD_AT, minus, false, line("1", null, "5"))))
        .contains("negative_ticket_total");
    assertThat(broken(ticket("1", SOLD_AT, minus, true, line("1", null, "5")))).isEmpty();
  }

  @Test
  void refusesATicketThatCameToNothing() {
    assertThat(broken(sale(line("1", "0", null)))).contains("nothing_paid");
    assertThat(broken(ticket("1", SOLD_AT, null, true, line("1", "0", null))))
        .contains("nothing_paid");
  }

  // D13: docs/defects.md
  @Test
  void discountsCountInWhatWasPaid() {
    ParsedTicket.Line given =
        new ParsedTicket.Line(
            null,
            "Arroz",
            null,
            null,
            new BigDecimal("5"),
            new BigDecimal("5"),
            null,
            null,
            null,
            LineKind.PRODUCT);

    assertThat(broken(sale(given))).contains("nothing_paid");
  }

  @Test
  void everyRuleSaysWhatItFound() {
    assertThat(TicketRule.ofTickets(READ_AT))
        .allSatisfy(
            rule ->
                assertThat(rule.found().apply(sale(line("1", "5", null)))).startsWith("Found "));
  }

  private static Optional<String> broken(ParsedTicket ticket) {
    return TicketRule.ofTickets(READ_AT).stream()
        .filter(rule -> rule.isBroken().test(ticket))
        .map(TicketRule::name)
        .findFirst();
  }

  private static ParsedTicket sale(ParsedTicket.Line... lines) {
    return ticket("1", SOLD_AT, null, false, lines);
  }

  private static ParsedTicket ticket(
      String id, Instant soldAt, BigDecimal total, boolean isReturn, ParsedTicket.Line... lines) {
    return new ParsedTicket(
        "colmado-01",
        id,
        soldAt,
        null,
        total,
        "efectivo",
        "cash",
        null,
        "counter",
        null,
        null,
        isReturn,
        false,
        null,
        true,
        List.of(lines));
  }

  private static ParsedTicket.Line named(String name) {
    return new ParsedTicket.Line(
        null, name, null, null, BigDecimal.TEN, null, null, null, null, LineKind.PRODUCT);
  }

  private static ParsedTicket.Line line(String quantity, String price, String amount) {
    return new ParsedTicket.Line(
        null,
        "Arroz",
        number(quantity),
        number(price),
        number(amount),
        null,
        null,
        null,
        null,
        LineKind.PRODUCT);
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
