package org.colmado.insights.ingest.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.colmado.insights.ingest.file.RawRecord;
import org.junit.jupiter.api.Test;

class PosJsonParserTest {
  private static final StoreClocks CLOCKS =
      new StoreClocks(
          Map.of(), new StoreClocks.Clock(ZoneId.of("America/Santo_Domingo"), LocalTime.of(4, 0)));
  private static final PosJsonParser PARSER =
      new PosJsonParser(
          "colmado-01",
          CLOCKS,
          PaymentMethods.of(Map.of("cash", List.of("efectivo"), "card", List.of("tarjeta"))));
  private static final String ITEM =
      "{'description':'Arroz','quantity':2,'unitPrice':35.5,'amount':71}";

  @Test
  void readsASale() throws RefusedRecord {
    ParsedTicket ticket =
        parse(
            "{'id':'s-1','storeId':'colmado-02','date':'2026-11-21T18:04:05','total':71,"
                + "'shiftId':'t-1','cashierId':'ana','channel':'Motor','updatedAt':"
                + "'2026-11-22T00:00:00Z','paymentStatus':'paid','items':["
                + ITEM
                + "]}");

    assertThat(ticket.storeId()).isEqualTo("colmado-02");
    assertThat(ticket.soldAt()).isEqualTo(Instant.parse("2026-11-21T22:04:05Z"));
    assertThat(ticket.versionAt()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
    assertThat(ticket.total()).isEqualTo("71");
    assertThat(ticket.channel()).isEqualTo("delivery");
    assertThat(ticket.cashier()).isEqualTo("ana");
    assertThat(ticket.lines()).hasSize(1);
    assertThat(ticket.lines().get(0).unitPrice()).isEqualTo("35.5");
  }

  // D18: docs/defects.md
  @Test
  void aFieldThatIsAbsentIsNullNotMadeUp() throws RefusedRecord {
    ParsedTicket ticket = parse(sale("'a':1"));

    assertThat(ticket.total()).isNull();
    assertThat(ticket.versionAt()).isNull();
    assertThat(ticket.shiftId()).isNull();
    assertThat(ticket.channel()).isEqualTo("unknown");
    assertThat(ticket.storeId()).isEqualTo("colmado-01");
    assertThat(ticket.isReturn()).isFalse();
  }

  // D18: docs/defects.md
  @Test
  void aFieldOfTheWrongTypeIsRefused() {
    assertThat(reason(sale("'total':true"))).isEqualTo("unreadable_total");
    assertThat(reason(sale("'total':{'value':5}"))).isEqualTo("unreadable_total");
    assertThat(reason(sale("'total':'NaN'"))).isEqualTo("unreadable_total");
  }

  // D64: docs/defects.md
  @Test
  void namesAndPhonesOfACustomerAreNeverRead() throws RefusedRecord {
    ParsedTicket ticket =
        parse(
            sale(
                "'customerId':'c-77','customerName':'Ana Pérez','customerPhone':'809-555-1234',"
                    + "'notes':'para Ana','receiptNumber':'R-5'"));

    assertThat(ticket.toString()).doesNotContain("c-77", "Ana", "809", "R-5");
  }

  // D15: docs/defects.md
  @Test
  void aRegisteredCustomerIsAFlag() throws RefusedRecord {
    assertThat(parse(sale("'customerId':'c-77'")).isAnonymous()).isFalse();
    assertThat(parse(sale("'customerId':null")).isAnonymous()).isTrue();
    assertThat(parse(sale("'customerId':' '")).isAnonymous()).isTrue();
  }

  // D30: docs/defects.md
  @Test
  void tenderThatNobodyKnowsIsUnknown() throws RefusedRecord {
    assertThat(parse(sale("'paymentMethod':'trueque'")).paymentMethod()).isEqualTo("unknown");
    assertThat(parse(sale("'paymentMethod':null")).paymentMethod()).isEqualTo("unknown");
    assertThat(parse(sale("'a':1")).paymentMethod()).isEqualTo("unknown");
    assertThat(parse(sale("'paymentMethod':' Efectivo'")).paymentMethod()).isEqualTo("cash");
  }

  // D14: docs/defects.md
  @Test
  void aRecordWithAnOriginalSaleIsAReturn() throws RefusedRecord {
    ParsedTicket ticket = parse(sale("'originalSaleId':'s-0','refundStatus':'refunded'"));

    assertThat(ticket.isReturn()).isTrue();
    assertThat(ticket.returnOfSaleId()).isEqualTo("s-0");
    assertThat(ticket.paymentStatus()).isEqualTo("refunded");
  }

  // D14: docs/defects.md
  @Test
  void aCancelledSaleIsMarked() throws RefusedRecord {
    for (String status : new String[] {"cancelled", "Canceled", "VOIDED", "anulada"}) {
      assertThat(parse(sale("'paymentStatus':'" + status + "'")).isCancelled()).as(status).isTrue();
    }
    assertThat(parse(sale("'paymentStatus':'paid'")).isCancelled()).isFalse();
  }

  @Test
  void readsASaleByPesosThatHasNoQuantity() throws RefusedRecord {
    ParsedTicket.Line line =
        parse(
                "{'id':'1','date':'2026-11-21T18:04:05Z','items':"
                    + "[{'description':'Salami','amount':25}]}")
            .lines()
            .get(0);

    assertThat(line.quantity()).isNull();
    assertThat(TicketRule.amount(line)).isEqualTo("25.00");
  }

  @Test
  void refusesWhatIsNoObject() {
    assertThat(reason("{'id':")).isEqualTo("malformed_record");
    assertThat(reason("[1]")).isEqualTo("malformed_record");
    assertThat(reason("'text'")).isEqualTo("malformed_record");
  }

  @Test
  void refusesTwoSalesOnOneLineRatherThanLoseTheSecond() {
    assertThat(reason(sale("'a':1") + sale("'a':2"))).isEqualTo("malformed_record");
  }

  // D64: docs/defects.md
  @Test
  void aMalformedRecordIsNotQuotedInItsRefusal() {
    assertThatThrownBy(() -> parse("{'customerName': Ana}"))
        .isInstanceOf(RefusedRecord.class)
        .message()
        .doesNotContain("Ana");
  }

  private static String sale(String fields) {
    return "{'id':'s-1','date':'2026-11-21T18:04:05Z'," + fields + ",'items':[" + ITEM + "]}";
  }

  private static ParsedTicket parse(String text) throws RefusedRecord {
    return PARSER.parse(RawRecord.json(1, text.replace('\'', '"')));
  }

  private static String reason(String text) {
    try {
      return "accepted " + parse(text);
    } catch (RefusedRecord e) {
      return e.fault().reason();
    }
  }
}
