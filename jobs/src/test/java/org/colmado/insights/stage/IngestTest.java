package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.table.IngestedFiles;
import org.colmado.insights.table.ProductCategories;
import org.colmado.insights.table.RejectedSales;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files to tables, with corrections, copies, returns and refusals among them. */
class IngestTest {
  private static final Instant AT_TEN = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant AT_ELEVEN = Instant.parse("2026-11-21T11:00:00Z");
  private static final Instant AT_NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static final String RICE = "{'description':'Arroz','quantity':2,'unitPrice':35.5}";
  private static final String BREAD = "{'description':'Pan','amount':10}";
  private static final String PINEAPPLE =
      "{'description':'Piña 🚀','quantity':1,'amount':100,'discount':5,'tax':14.49}";
  private static final String REGISTERED =
      sale("s2", "'updatedAt':'2026-11-21T09:00:00Z','customerId':'c-77','total':999", PINEAPPLE);

  private static final String FIRST =
      sale("s1", "'updatedAt':'2026-11-21T09:00:00Z'", RICE + "," + BREAD + "," + BREAD)
          + REGISTERED
          + sale("s3", "'total':10", BREAD)
          + sale("s9", "'total':0", "");
  private static final String SECOND =
      sale("s1", "'updatedAt':'2026-11-21T09:30:00Z'", RICE)
          + REGISTERED
          + sale("s2", "'originalSaleId':'s2'", PINEAPPLE)
          + sale("s3", "'total':20", BREAD + "," + BREAD);
  private static final String THIRD =
      sale("s1", "'updatedAt':'2026-11-21T09:15:00Z'", RICE + "," + BREAD)
          + sale("s4", "'paymentStatus':'cancelled'", BREAD);

  private static final String TILL =
      """
      format: csv
      ticket-id-unique-by: id
      payment-methods: {}
      csv:
        encoding: UTF-8
        delimiter: ","
        header: true
        columns:
          {ticket-id: ticket, date: fecha, description: [producto], amount: importe, category: tipo}
        date-patterns: ["yyyy-MM-dd HH:mm:ss"]
        numbers: {decimal-mark: ".", thousands-mark: "", strip: ""}
        cancelled-when: {column: category, matches: "DEV"}
        refused-when: [{reason: a_tip, column: category, matches: "PROPINA"}]
      """;

  @TempDir static Path folder;

  private static SmallNights atOnce;
  private static Outcome outcome;

  @BeforeAll
  static void readAllAtOnce() {
    atOnce = new SmallNights(folder.resolve("once"), "pos-json");
    outcome =
        atOnce
            .put("a.jsonl", FIRST, AT_TEN)
            .put("b.jsonl", SECOND, AT_ELEVEN)
            .put("c.jsonl", THIRD, AT_NOON)
            .ingest();
  }

  @Test
  void recordsInAreAcceptedRejectedOrDuplicate() {
    assertThat(outcome).isEqualTo(new Outcome(10, 5, 1, 4));
  }

  // D12: docs/defects.md
  @Test
  void emptyBasketIsRefusedNotNaN() {
    Row refused = atOnce.lake().read(RejectedSales.TABLE).first();

    assertThat(refused.<String>getAs(RejectedSales.REASON)).isEqualTo("no_items");
    assertThat(refused.<Long>getAs(RejectedSales.LINE)).isEqualTo(4);
    assertThat(atOnce.lake().read(Sales.TABLE).where("sale_id = 's9'").isEmpty()).isTrue();
  }

  // D13: docs/defects.md
  @Test
  void netTotalIsAmountsLessDiscountsWhateverTheTicketSays() {
    Row sale = sale("s2");

    assertThat(sale.getDecimal(sale.fieldIndex(Sales.NET_TOTAL))).isEqualTo("95.00");
    assertThat(sale.getDecimal(sale.fieldIndex(Sales.TOTAL))).isEqualTo("999.00");
    assertThat(sale.getDecimal(sale.fieldIndex(Sales.TAX_TOTAL))).isEqualTo("14.49");
  }

  // D14: docs/defects.md
  @Test
  void aReturnIsATicketOfItsOwnAndNegative() {
    Row sale = sale("return-s2");

    assertThat(sale.<Boolean>getAs(Sales.IS_RETURN)).isTrue();
    assertThat(sale.getDecimal(sale.fieldIndex(Sales.NET_TOTAL))).isEqualTo("-95.00");
    assertThat(sale.<String>getAs(Sales.RETURN_OF_SALE_ID)).isEqualTo("s2");
  }

  // D14: docs/defects.md
  @Test
  void aCancelledSaleIsKeptAndCountsForNothing() {
    Row sale = sale("s4");

    assertThat(sale.<Boolean>getAs(Sales.IS_CANCELLED)).isTrue();
    assertThat(sale.getDecimal(sale.fieldIndex(Sales.NET_TOTAL))).isEqualTo("0.00");
  }

  // D15: docs/defects.md
  @Test
  void registeredCustomersAreFlagged() {
    assertThat(sale("s2").<Boolean>getAs(Sales.IS_ANONYMOUS)).isFalse();
    assertThat(sale("s3").<Boolean>getAs(Sales.IS_ANONYMOUS)).isTrue();
  }

  // D17: docs/defects.md
  @Test
  void everyTicketIsThereOnceUnderItsKey() {
    assertThat(
            atOnce.lake().read(Sales.TABLE).select(Sales.SALE_ID).collectAsList().stream()
                .map(row -> row.getString(0)))
        .containsExactlyInAnyOrder("s1", "s2", "s3", "s4", "return-s2");
  }

  // D59: docs/defects.md
  @Test
  void lettersComeThroughFromFileToTable() {
    assertThat(lines("s2").get(0).<String>getAs(SaleLines.DESCRIPTION)).isEqualTo("Piña 🚀");
  }

  @Test
  void ofVersionsTheOneUpdatedLastHolds() {
    assertThat(lines("s1"))
        .extracting(line -> line.<String>getAs(SaleLines.DESCRIPTION))
        .containsExactly("Arroz");
  }

  @Test
  void ofVersionsThatSayNoTimeTheOneInTheLaterFileHolds() {
    Row sale = sale("s3");

    assertThat(sale.getDecimal(sale.fieldIndex(Sales.NET_TOTAL))).isEqualTo("20.00");
  }

  @Test
  void theTablesAreTheSameWhateverTheOrderAndSplitOfTheFiles() {
    SmallNights split = new SmallNights(folder.resolve("split"), "pos-json");
    split.put("c.jsonl", THIRD, AT_NOON).ingest();
    split.put("a.jsonl", FIRST, AT_TEN).ingest();
    Outcome last = split.put("b.jsonl", SECOND, AT_ELEVEN).ingest();

    assertThat(last).isEqualTo(new Outcome(4, 3, 0, 1));
    assertThat(split.rows(Sales.TABLE)).isEqualTo(atOnce.rows(Sales.TABLE));
    assertThat(split.rows(SaleLines.TABLE)).isEqualTo(atOnce.rows(SaleLines.TABLE));
    assertThat(split.rows(RejectedSales.TABLE).size()).isEqualTo(1);
  }

  @Test
  void readingTheSameAgainChangesNothing() {
    List<String> sales = atOnce.rows(Sales.TABLE);
    Outcome again = atOnce.put("again.jsonl", FIRST + SECOND, AT_TEN).ingest();

    assertThat(again).isEqualTo(new Outcome(8, 0, 1, 7));
    assertThat(atOnce.rows(Sales.TABLE)).isEqualTo(sales);
  }

  @Test
  void aCalendarThatIsNotThereIsNamedBeforeAnythingIsWritten() {
    SmallNights nights =
        new SmallNights(folder.resolve("calendar"), "pos-json")
            .put("a.jsonl", FIRST, AT_TEN)
            .withCalendar("rd");

    assertThatThrownBy(nights::ingest)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("Cannot use calendar 'rd' of a store")
        .hasMessageContaining("calendars/rd.yaml");
    assertThat(nights.lake().read(Stores.TABLE).isEmpty()).isTrue();
    assertThat(nights.lake().read(Sales.TABLE).isEmpty()).isTrue();
  }

  @Test
  void aMendedCalendarIsTakenUpWhenAFileIsReadAgain() {
    SmallNights nights = new SmallNights(folder.resolve("mended"), "pos-json");
    nights.put("a.jsonl", FIRST, AT_TEN).withCalendar("none").ingest();
    Outcome again = nights.put("a.jsonl", FIRST, AT_ELEVEN).withCalendar("do").ingest();

    assertThat(again.rowsOut()).isZero();
    assertThat(nights.lake().read(Stores.TABLE).first().<String>getAs(Stores.CALENDAR_ID))
        .isEqualTo("do");
  }

  @Test
  void anExchangeIsAReturnOrASaleByWhatItComesTo() {
    SmallNights nights = new SmallNights(folder.resolve("exchange"), "till").withMapping(TILL);
    nights
        .put(
            "a.csv",
            """
            ticket,fecha,producto,importe,tipo
            G-1,2026-11-20 10:00:00,Detergente,110.00,DEV
            G-1,2026-11-20 10:00:00,Jabon,80.00,VENTA
            G-2,2026-11-20 10:00:00,Jabon,80.00,DEV
            G-2,2026-11-20 10:00:01,Detergente,110.00,VENTA
            G-3,2026-11-20 10:05:00,Pan,10.00,VENTA
            """,
            AT_TEN)
        .ingest();
    nights
        .put(
            "b.csv",
            """
            ticket,fecha,producto,importe,tipo
            G-3,2026-11-20 10:06:00,Pan,25.00,DEV
            """,
            AT_ELEVEN)
        .ingest();

    assertThat(
            nights
                .lake()
                .read(Sales.TABLE)
                .orderBy(Sales.SALE_ID)
                .selectExpr("concat_ws(' ', sale_id, net_total, is_return, line_count)")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly(
            "G-1 -30.00 true 2",
            "G-2 30.00 false 2",
            "G-3 10.00 false 1",
            "G-3-return-2026-11-20 -25.00 true 1");
  }

  @Test
  void aNewerFileStandsForTheWholeTicket() {
    SmallNights nights = new SmallNights(folder.resolve("corrected"), "till").withMapping(TILL);
    String header = "ticket,fecha,producto,importe,tipo\n";
    String first =
        header + "C-1,2026-11-20 10:00:00,Ron,1200,VENTA\nC-1,2026-11-20 10:00:00,Hielo,50,VENTA\n";
    nights.put("a.csv", first, AT_TEN).ingest();
    Outcome corrected =
        nights
            .put(
                "b.csv",
                header
                    + "C-1,2026-11-20 10:00:00,Ron,600,VENTA\nC-1,2026-11-20 10:00:00,Hielo,50,VENTA\n",
                AT_ELEVEN)
            .ingest();
    Outcome copy = nights.put("c.csv", first, AT_TEN).ingest();

    assertThat(corrected).isEqualTo(new Outcome(2, 2, 0, 0));
    assertThat(copy).isEqualTo(new Outcome(2, 0, 0, 2));
    assertThat(shown(nights)).containsExactly("C-1 650.00 false 2 false");
    assertThat(nights.lake().read(SaleLines.TABLE).count()).isEqualTo(2);
  }

  @Test
  void aTicketThatLostARowIsMarkedAndDoesNotReplaceAWholeOne() {
    SmallNights nights = new SmallNights(folder.resolve("lost"), "till").withMapping(TILL);
    String header = "ticket,fecha,producto,importe,tipo\n";
    nights.put("a.csv", header + "L-1,2026-11-20 10:00:00,Ron,1200,VENTA\n", AT_TEN).ingest();
    Outcome lost =
        nights
            .put(
                "b.csv",
                header
                    + "L-1,2026-11-20 10:00:00,Ron,600,VENTA\nL-1,2026-11-20 10:00:00,Hielo,x,VENTA\n"
                    + "L-2,2026-11-20 10:00:00,Pan,10,VENTA\nL-2,,Pan,10,VENTA\n",
                AT_ELEVEN)
            .ingest();

    assertThat(lost).isEqualTo(new Outcome(4, 1, 2, 1));
    assertThat(shown(nights))
        .containsExactly("L-1 1200.00 false 1 false", "L-2 10.00 false 1 true");
  }

  @Test
  void aFeeIsMoneyButNoProduct() {
    SmallNights nights =
        new SmallNights(folder.resolve("fee"), "till")
            .withMapping(TILL + "  fee-when: {column: category, matches: ENVIO}\n")
            .put(
                "a.csv",
                """
                ticket,fecha,producto,importe,tipo
                F-1,2026-11-20 10:00:00,Pan,10.00,VENTA
                F-1,2026-11-20 10:00:00,Envío a casa,50.00,ENVIO
                """,
                AT_TEN);
    nights.ingest();

    assertThat(shown(nights)).containsExactly("F-1 60.00 false 2 false");
    assertThat(
            nights
                .lake()
                .read(Sales.TABLE)
                .selectExpr("concat_ws(' ', size(basket), basket[0].value)")
                .as(Encoders.STRING())
                .first())
        .isEqualTo("1 10.00");
    assertThat(nights.lake().read(SaleLines.TABLE).where("kind = 'fee'").count()).isEqualTo(1);
  }

  @Test
  void aColumnThatIsNoTicketNumberIsRefusedAndStopsNothing() {
    StringBuilder rows = new StringBuilder("ticket,fecha,producto,importe,tipo\n");
    for (int i = 0; i < 5_001; i++) {
      rows.append("caja,2026-11-20 10:00:00,Pan,10,VENTA\n");
    }
    SmallNights nights =
        new SmallNights(folder.resolve("long"), "till")
            .withMapping(TILL)
            .put("a.csv", rows + "1,2026-11-20 10:00:00,Pan,10,VENTA\n", AT_TEN);

    assertThat(nights.ingest()).isEqualTo(new Outcome(5_002, 1, 5_001, 0));
    assertThat(
            nights
                .lake()
                .read(RejectedSales.TABLE)
                .select(RejectedSales.REASON)
                .distinct()
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly("ticket_too_long");
  }

  @Test
  void aLakeOfAnEarlierVersionIsReadAndGetsTheNewColumns() {
    SmallNights nights = new SmallNights(folder.resolve("earlier"), "till").withMapping(TILL);
    String header = "ticket,fecha,producto,importe,tipo\n";
    nights.put("a.csv", header + "E-1,2026-11-20 10:00:00,Ron,1200,VENTA\n", AT_TEN).ingest();
    dropColumn(nights, Sales.TABLE, Sales.HAS_REFUSED_ROWS);
    dropColumn(nights, SaleLines.TABLE, SaleLines.KIND);
    assertThat(shown(nights)).containsExactly("E-1 1200.00 false 1");

    nights
        .put(
            "b.csv",
            header
                + "E-1,2026-11-20 10:00:00,Ron,600,VENTA\nE-2,2026-11-20 10:00:00,Pan,10,VENTA\n",
            AT_ELEVEN)
        .ingest();
    assertThat(shown(nights))
        .containsExactly("E-1 600.00 false 1 false", "E-2 10.00 false 1 false");
  }

  private static void dropColumn(SmallNights nights, TableSpec table, String column) {
    String path = nights.lake().path(table);
    SparkExtension.session()
        .read()
        .format("delta")
        .load(path)
        .drop(column)
        .write()
        .format("delta")
        .mode("overwrite")
        .option("overwriteSchema", "true")
        .save(path);
  }

  private static List<String> shown(SmallNights nights) {
    return nights
        .lake()
        .read(Sales.TABLE)
        .orderBy(Sales.SALE_ID)
        .selectExpr("concat_ws(' ', sale_id, net_total, is_return, line_count, has_refused_rows)")
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void rowsThatTheMappingAsksToRefuseAreNoFault() {
    SmallNights nights =
        new SmallNights(folder.resolve("asked"), "till")
            .withMapping(TILL)
            .withMaxRejectedShare(0.1)
            .put(
                "a.csv",
                """
                ticket,fecha,producto,importe,tipo
                G-1,2026-11-20 10:00:00,Pan,10.00,VENTA
                G-2,2026-11-20 10:00:00,Propina,10.00,PROPINA
                Total,,,20.00,
                """,
                AT_TEN);

    assertThat(nights.ingest()).isEqualTo(new Outcome(3, 1, 2, 0));
  }

  @Test
  void aFileIsReadAgainOnceItsMappingFits() {
    SmallNights nights =
        new SmallNights(folder.resolve("again"), "till")
            .withMapping(TILL.replace("date: fecha", "date: dia"))
            .put(
                "a.csv",
                "ticket,fecha,producto,importe,tipo\nG-1,2026-11-20 10:00:00,Pan,10.00,VENTA\n",
                AT_TEN);

    assertThat(nights.ingest()).isEqualTo(new Outcome(1, 0, 1, 0));
    assertThat(nights.ingest()).isEqualTo(new Outcome(1, 0, 1, 0));
    assertThat(nights.withMapping(TILL).ingest()).isEqualTo(new Outcome(1, 1, 0, 0));
    assertThat(nights.ingest()).isEqualTo(Outcome.NOTHING);
    assertThat(nights.lake().read(RejectedSales.TABLE).count()).isEqualTo(1);
  }

  @Test
  void aRunCutShortBetweenLinesAndSalesLeavesNoTrace() {
    String header = "ticket,fecha,producto,importe,tipo\n";
    String one = header + "1,2015-01-01 11:38:36,Pan,13.25,VENTA\n";
    String two =
        header + "1,2015-01-01 11:40:00,Queso,20,VENTA\n2,2015-01-01 12:00:00,Pan,16,VENTA\n";
    String other = header + "3,2015-01-02 12:00:00,Pan,16,VENTA\n";
    String split = TILL.replace("  date-patterns", "  ticket-files: all\n  date-patterns");
    SmallNights whole = new SmallNights(folder.resolve("whole"), "till").withMapping(split);
    whole.put("1.csv", one, AT_TEN).put("2.csv", two, AT_TEN).put("3.csv", other, AT_TEN).ingest();

    SmallNights cut = new SmallNights(folder.resolve("cut"), "till").withMapping(split);
    cut.put("1.csv", one, AT_TEN).ingest();
    long salesBefore = version(cut);
    cut.put("2.csv", two, AT_TEN).ingest();
    takeBackSales(cut, salesBefore);
    cut.takeAway("2.csv").put("3.csv", other, AT_TEN).ingest();
    Outcome last = cut.put("2.csv", two, AT_TEN).ingest();

    assertThat(last).isEqualTo(new Outcome(2, 2, 0, 0));
    assertThat(cut.rows(Sales.TABLE)).isEqualTo(whole.rows(Sales.TABLE)).hasSize(3);
    assertThat(cut.rows(SaleLines.TABLE)).isEqualTo(whole.rows(SaleLines.TABLE)).hasSize(4);
  }

  /** The run had also changed a category, and so touched an older ticket, before it was killed. */
  @Test
  void aRunCutShortAfterItTouchedOlderTicketsLeavesNoTrace() {
    String header = "order_id,order_date,order_time,pizza_name,pizza_size,quantity,unit_price\n";
    String two = header + "2,2015-01-01,12:00:00,Greek,M,1,16\n";
    String other = header + "3,2015-01-02,12:00:00,Greek,M,1,16\n";
    SmallNights cut = new SmallNights(folder.resolve("touched"), "maven-pizza");
    cut.put("1.csv", header + "1,2015-01-01,11:38:36,Hawaiian,M,1,13.25\n", AT_TEN).ingest();
    DeltaTable.forPath(SparkExtension.session(), cut.lake().path(ProductCategories.TABLE))
        .updateExpr(Map.of(ProductCategories.CATEGORY, "'other'"));

    cut.put("2.csv", two, AT_TEN).ingest();
    takeBackSales(cut, version(cut) - 1);
    cut.takeAway("2.csv").put("3.csv", other, AT_TEN).ingest();

    assertThat(cut.rows(SaleLines.TABLE)).hasSize(2);
    assertThat(cut.put("2.csv", two, AT_TEN).ingest()).isEqualTo(new Outcome(1, 1, 0, 0));
    assertThat(cut.rows(SaleLines.TABLE)).hasSize(3);
  }

  private static long version(SmallNights nights) {
    return table(nights).history(1).first().<Long>getAs("version");
  }

  /** As it would be if the run had been killed after its lines. */
  private static void takeBackSales(SmallNights nights, long version) {
    table(nights).restoreToVersion(version);
    nights.lake().delete(IngestedFiles.TABLE, col(IngestedFiles.FILE).endsWith("2.csv"));
  }

  private static DeltaTable table(SmallNights nights) {
    return DeltaTable.forPath(SparkExtension.session(), nights.lake().path(Sales.TABLE));
  }

  private static Row sale(String id) {
    return atOnce.lake().read(Sales.TABLE).where(col(Sales.SALE_ID).equalTo(id)).first();
  }

  private static List<Row> lines(String id) {
    return atOnce
        .lake()
        .read(SaleLines.TABLE)
        .where(col(SaleLines.SALE_ID).equalTo(id))
        .orderBy(SaleLines.LINE_NO)
        .collectAsList();
  }

  private static String sale(String id, String fields, String items) {
    String text =
        "{'id':'%s','date':'2026-11-20T15:00:00Z',%s,'items':[%s]}\n".formatted(id, fields, items);
    return text.replace('\'', '"');
  }
}
