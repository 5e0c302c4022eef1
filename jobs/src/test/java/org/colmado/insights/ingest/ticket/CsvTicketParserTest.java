package org.colmado.insights.ingest.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.config.StoreOverrides;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.ingest.file.CsvLayout;
import org.colmado.insights.ingest.file.CsvRecords;
import org.colmado.insights.ingest.file.RawRecord;
import org.colmado.insights.ingest.file.TextLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of public data sets through the mappings of {@code conf/sources}. */
class CsvTicketParserTest {
  private static final Path CONF = Path.of("..", "conf");
  private static final String PIZZA =
      "order_id,order_date,order_time,pizza_name,pizza_size,quantity,unit_price\n";
  private static final String GIFTS =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
  private static final String WALMART =
      "invoice_id,branch,city,category,unit_price,quantity,date,time,payment_method\n";

  @TempDir Path folder;

  @Test
  void readsAPizzaOrderOnTheClockOfItsShop() throws RefusedRecord {
    ParsedTicket ticket =
        parsed("maven-pizza", PIZZA + "1,2015-01-01,11:38:36,The Hawaiian Pizza,M,2,13.25\n");

    assertThat(ticket.storeId()).isEqualTo("maven-pizza");
    assertThat(ticket.soldAt()).isEqualTo(Instant.parse("2015-01-01T16:38:36Z"));
    assertThat(ticket.lines().get(0).description()).isEqualTo("The Hawaiian Pizza M");
    assertThat(TicketRule.amount(ticket.lines().get(0))).isEqualTo("26.50");
  }

  @Test
  void readsAGiftShopsInvoice() throws RefusedRecord {
    ParsedTicket ticket = gift("536365,85123A,HOLDER,6,2010-07-01 08:26:00,2.55,17850,UK\n");

    assertThat(ticket.soldAt()).isEqualTo(Instant.parse("2010-07-01T07:26:00Z"));
    assertThat(ticket.lines().get(0).code()).isEqualTo("85123A");
    assertThat(ticket.isReturn()).isFalse();
  }

  // D15: docs/defects.md
  @Test
  void aCustomerNumberIsAFlagAndIsNotRead() throws RefusedRecord {
    ParsedTicket known = gift("536365,85123A,HOLDER,6,2010-07-01 08:26:00,2.55,17850,UK\n");
    ParsedTicket unknown = gift("536365,85123A,HOLDER,6,2010-07-01 08:26:00,2.55,,UK\n");

    assertThat(known.isAnonymous()).isFalse();
    assertThat(known.toString()).doesNotContain("17850");
    assertThat(unknown.isAnonymous()).isTrue();
  }

  // D14: docs/defects.md
  @Test
  void aMarkedInvoiceTakesASaleBack() throws RefusedRecord {
    assertThat(gift("C536379,85123A,HOLDER,-1,2010-07-01 09:41:00,2.55,1,UK\n").isReturn())
        .isTrue();
  }

  @Test
  void refusesCodesThatAreNoProduct() {
    assertThat(reason("uci-online-retail", GIFTS + "5,POST,POSTAGE,1,2010-07-01 09:41:00,1,1,UK\n"))
        .isEqualTo("not_a_product");
    assertThat(reason("uci-online-retail", GIFTS + "A5,B,Debt,1,2010-07-01 09:41:00,1,1,UK\n"))
        .isEqualTo("not_a_product");
    assertThat(reason("uci-online-retail", GIFTS + "A5,1,Debt,1,2010-07-01 09:41:00,1,1,UK\n"))
        .isEqualTo("not_a_sale");
  }

  @Test
  void namesAProductByItsCodeWhereItHasNoName() throws RefusedRecord {
    assertThat(gift("5,85123A,,6,2010-07-01 08:26:00,2.55,1,UK\n").lines().get(0).description())
        .isEqualTo("85123A");
  }

  @Test
  void readsEitherDatePatternAndAPriceWithItsSign() throws RefusedRecord {
    ParsedTicket slashes = walmart("7,WALM003,Waco,Health,$74.69,7,05/01/19,13:08:00,Ewallet\n");
    ParsedTicket dashes = walmart("7,WALM003,Waco,Health,$74.69,7,05-01-19,13:08:00,Ewallet\n");

    assertThat(slashes.soldAt()).isEqualTo(Instant.parse("2019-01-05T19:08:00Z"));
    assertThat(dashes.soldAt()).isEqualTo(slashes.soldAt());
    assertThat(slashes.lines().get(0).unitPrice()).isEqualTo("74.69");
    assertThat(slashes.storeId()).isEqualTo("WALM003");
  }

  // D30: docs/defects.md
  @Test
  void tenderIsReadByTheMappingsWords() throws RefusedRecord {
    assertThat(walmart("7,W,Waco,Health,$7,7,05/01/19,13:08:00,Credit card\n").paymentMethod())
        .isEqualTo("card");
    assertThat(walmart("7,W,Waco,Health,$7,7,05/01/19,13:08:00,\n").paymentMethod())
        .isEqualTo("unknown");
  }

  @Test
  void refusesADayThatDoesNotExistAndARowWithoutOne() {
    assertThat(reason("maven-pizza", PIZZA + "1,2015-02-30,11:38:36,Pizza,M,2,13.25\n"))
        .isEqualTo("unreadable_date");
    assertThat(reason("maven-pizza", PIZZA + "1,,11:38:36,Pizza,M,2,13.25\n"))
        .isEqualTo("missing_date");
  }

  @Test
  void anOffsetInTheDateIsPartOfTheTime() throws IOException, RefusedRecord {
    SourceMapping mapping =
        pizza("date-patterns: [\"yyyy-MM-dd HH:mm:ssXXX\", \"yyyy-MM-dd HH:mm:ss VV\"]");

    assertThat(pizzaAt(mapping, "23:30:00+00:00")).isEqualTo("2026-11-20T23:30:00Z");
    assertThat(pizzaAt(mapping, "19:30:00-04:00")).isEqualTo("2026-11-20T23:30:00Z");
    assertThat(pizzaAt(mapping, "23:30:00Z")).isEqualTo("2026-11-20T23:30:00Z");
    assertThat(pizzaAt(mapping, "19:30:00 America/Santo_Domingo"))
        .isEqualTo("2026-11-20T23:30:00Z");
  }

  @Test
  void aDateWithoutAnOffsetIsOfTheZoneOfTheFile() throws IOException, RefusedRecord {
    SourceMapping mapping =
        pizza("zone: UTC\n  date-patterns: [\"yyyy-MM-dd HH:mm:ssXXX\", \"yyyy-MM-dd HH:mm:ss\"]");

    assertThat(pizzaAt(mapping, "23:30:00")).isEqualTo("2026-11-20T23:30:00Z");
    assertThat(pizzaAt(mapping, "19:30:00-04:00")).isEqualTo("2026-11-20T23:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20/11/2026 03:15:00 p. m.",
        "20/11/2026 03:15:00 p.\u00a0m.",
        "20/11/2026 03:15:00 p.m.",
        "20/11/2026 03:15:00 PM",
        "20/11/2026 03:15:00 pm",
        "20/11/2026\u202f03:15:00\u202fPM",
        "20-nov-2026 15:15:00",
        "20-Nov.-2026 15:15:00",
        "20 de noviembre de 2026 15:15"
      })
  void readsDatesAsTillsInSpanishWriteThem(String text) throws IOException, RefusedRecord {
    SourceMapping mapping =
        pizza(
            "date-patterns: [\"dd/MM/yyyy hh:mm:ss a\", \"dd-MMM-yyyy HH:mm:ss\", \"d 'de' MMMM"
                + " 'de' yyyy HH:mm\"]\n  zone: UTC");
    RawRecord row = row("maven-pizza", PIZZA + "1," + text + ",,Pizza,M,2,13.25\n");

    assertThat(parser(mapping).parse(row).soldAt()).isEqualTo("2026-11-20T15:15:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "enero,01", "febrero,02", "mar,03", "abr,04", "mai,05", "junho,06", "julio,07", "ago,08",
    "sept,09", "setembro,09", "out,10", "novembro,11", "dez,12", "dic,12", "January,01", "Apr,04"
  })
  void readsMonthsInSpanishAndPortuguese(String month, String number)
      throws IOException, RefusedRecord {
    SourceMapping mapping =
        pizza("zone: UTC\n  date-patterns: [\"d-MMM-yyyy HH:mm\", \"d-MMMM-yyyy HH:mm\"]");
    RawRecord row = row("maven-pizza", PIZZA + "1,1-" + month + "-2025,15:15,Pizza,M,2,13.25\n");

    assertThat(parser(mapping).parse(row).soldAt().toString())
        .isEqualTo("2025-" + number + "-01T15:15:00Z");
  }

  // D1: docs/defects.md
  @Test
  void aDateWithoutTimeIsRefusedNotMidnight() {
    assertThat(reason("maven-pizza", PIZZA + "1,2015-02-03,,Pizza,M,2,13.25\n"))
        .isEqualTo("date_without_time");
  }

  @Test
  void refusesAQuantityThatIsNoNumber() {
    assertThat(reason("maven-pizza", PIZZA + "1,2015-02-03,11:00:00,Pizza,M,two,13.25\n"))
        .isEqualTo("unreadable_quantity");
  }

  // D64: docs/defects.md
  @Test
  void aRefusedRowShowsItsProductButNotItsCustomer() {
    RawRecord row = row("uci-online-retail", GIFTS + "5,POST,POSTAGE,1,?,1,17850,UK\n");

    assertThat(parser("uci-online-retail").masked(row))
        .contains("ticket-id=5", "code=POST", "customer=***")
        .doesNotContain("17850");
  }

  // D64: docs/defects.md
  @Test
  void aRowThatCannotBeCutDoesNotShowItsCustomer() {
    RawRecord row = row("uci-online-retail", GIFTS + "5,POST,1,2010,1,Ana,UK\n");

    assertThat(parser("uci-online-retail").masked(row)).isEqualTo("9,xxxx,9,9999,9,xxx,xx");
  }

  private static ParsedTicket gift(String row) throws RefusedRecord {
    return parsed("uci-online-retail", GIFTS + row);
  }

  private static ParsedTicket walmart(String row) throws RefusedRecord {
    return parsed("walmart-10k-dirty", WALMART + row);
  }

  private static ParsedTicket parsed(String source, String text) throws RefusedRecord {
    return parser(source).parse(row(source, text));
  }

  private static String reason(String source, String text) {
    try {
      return "accepted " + parsed(source, text);
    } catch (RefusedRecord e) {
      return e.fault().reason();
    }
  }

  /** The pizzeria's mapping with other dates. */
  private SourceMapping pizza(String dates) throws IOException {
    String text = Files.readString(CONF.resolve("sources/maven-pizza.yaml"));
    String own = "date-patterns: [\"yyyy-MM-dd HH:mm:ss\"]";
    assertThat(text).contains(own);
    return Yaml.read(
        Files.writeString(folder.resolve("pizza.yaml"), text.replace(own, dates)),
        SourceMapping.class);
  }

  private static String pizzaAt(SourceMapping mapping, String time) throws RefusedRecord {
    RawRecord row = row("maven-pizza", PIZZA + "1,2026-11-20,%s,Pizza,M,2,13.25\n".formatted(time));

    return parser(mapping).parse(row).soldAt().toString();
  }

  private static RawRecord row(String source, String text) {
    TextLines lines =
        new TextLines(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8,
            10_000);
    List<RawRecord> rows = new ArrayList<>();
    new CsvRecords(lines, CsvLayout.of(mapping(source).csv().orElseThrow()))
        .forEachRemaining(row -> rows.add(row));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static CsvTicketParser parser(String source) {
    return parser(mapping(source));
  }

  private static CsvTicketParser parser(SourceMapping mapping) {
    InsightsConfig config = InsightsConfig.read(CONF.resolve("insights.yaml"));
    StoreOverrides store = mapping.storeOverrides();

    return CsvTicketParser.of(
        mapping,
        store.id().orElse("colmado-01"),
        StoreClocks.of(config, store),
        PaymentMethods.of(mapping.paymentMethods()));
  }

  private static SourceMapping mapping(String source) {
    return Yaml.read(CONF.resolve("sources").resolve(source + ".yaml"), SourceMapping.class);
  }
}
