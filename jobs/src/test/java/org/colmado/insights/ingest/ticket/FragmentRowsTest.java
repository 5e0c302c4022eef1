package org.colmado.insights.ingest.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.file.RawRecord;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.junit.jupiter.api.Test;

class FragmentRowsTest {
  private static final Instant WRITTEN_AT = Instant.parse("2026-11-22T04:00:00Z");
  private static final StoreClocks CLOCKS =
      new StoreClocks(
          Map.of(), new StoreClocks.Clock(ZoneId.of("America/Santo_Domingo"), LocalTime.of(4, 0)));

  // D1: docs/defects.md
  @Test
  void hourAndDayAreThoseOfTheStore() {
    Row row = row(null, sale("s-1", "2026-11-22T05:59:59Z", ""));

    assertThat(row.<Integer>getAs(at(Sales.HOUR))).isEqualTo(1);
    assertThat(row.<Object>getAs(at(Sales.BUSINESS_ON))).isEqualTo(LocalDate.of(2026, 11, 21));
  }

  // D17: docs/defects.md
  @Test
  void idsThatStartAgainAreToldApartByDayAndKeptApartByStore() {
    Row first = row("date", sale("1", "2026-11-20T15:00:00Z", ""));
    Row next = row("date", sale("1", "2026-11-21T15:00:00Z", "'storeId':'colmado-02',"));

    assertThat(first.<String>getAs(at(Sales.SALE_ID))).isEqualTo("2026-11-20-1");
    assertThat(next.<String>getAs(at(Sales.SALE_ID))).isEqualTo("2026-11-21-1");
    assertThat(next.<String>getAs(at(Sales.STORE_ID))).isEqualTo("colmado-02");
  }

  // D17: docs/defects.md
  @Test
  void anIdThatIsUniqueStaysAsItIs() {
    assertThat(row(null, sale("1", "2026-11-20T15:00:00Z", "")).<String>getAs(at(Sales.SALE_ID)))
        .isEqualTo("1");
  }

  // D14: docs/defects.md
  @Test
  void aReturnIsSignedAndTakesNoSalesPlace() {
    Row row = row(null, sale("s-1", "2026-11-20T15:00:00Z", "'originalSaleId':'s-0','total':71,"));
    Row line = (Row) ((Object[]) row.get(at(Fragments.LINES)))[0];

    assertThat(row.<String>getAs(at(Sales.SALE_ID))).isEqualTo("return-s-1");
    assertThat(row.getDecimal(at(Sales.TOTAL))).isEqualTo("-71.00");
    assertThat(line.getDecimal(inLine(SaleLines.AMOUNT))).isEqualTo("-71.00");
    assertThat(line.getDecimal(inLine(SaleLines.QUANTITY))).isEqualTo(new BigDecimal("-2.000"));
  }

  @Test
  void aVersionIsOfItsFilesTimeUnlessItSaysItsOwn() {
    assertThat(row(null, sale("1", "2026-11-20T15:00:00Z", "")).getInstant(at(Sales.VERSION_AT)))
        .isEqualTo(WRITTEN_AT);
    assertThat(
            row(null, sale("1", "2026-11-20T15:00:00Z", "'updatedAt':'2026-11-21T00:00:00Z',"))
                .getInstant(at(Sales.VERSION_AT)))
        .isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
  }

  // D64: docs/defects.md
  @Test
  void neitherCashierNorPhoneInAProductsNameIsKept() {
    String text =
        sale("1", "2026-11-20T15:00:00Z", "'cashierId':'ana',")
            .replace("Arroz", "Recarga 809-555-1234");
    Row row = row(null, text);

    assertThat(row.<String>getAs(at(Sales.CASHIER_KEY))).matches("[0-9a-f]{16}");
    Row line = (Row) ((Object[]) row.get(at(Fragments.LINES)))[0];
    assertThat(line.getString(inLine(SaleLines.DESCRIPTION))).isEqualTo("Recarga ***");
    assertThat(line.getString(inLine(SaleLines.PRODUCT_KEY))).doesNotContain("555");
  }

  // D64: docs/defects.md
  @Test
  void aRefusedRecordIsMasked() {
    Row row = row(null, "{'id':'1','date':'2026-11-20','customerName':'Ana','items':[]}");

    assertThat(row.getString(at(Fragments.REASON))).isEqualTo("date_without_time");
    assertThat(row.getString(at(Fragments.RECORD))).contains("2026-11-20").doesNotContain("Ana");
  }

  private static String sale(String id, String date, String fields) {
    return "{'id':'%s','date':'%s',%s'items':[{'description':'Arroz','quantity':2,'unitPrice':35.5}]}"
        .formatted(id, date, fields);
  }

  private static Row row(String period, String text) {
    PosJsonParser parser = new PosJsonParser("colmado-01", CLOCKS, PaymentMethods.of(Map.of()));
    FragmentRows.Settings settings =
        new FragmentRows.Settings(
            period, true, CLOCKS, new Pseudonyms("secret"), Instant.parse("2026-11-22T05:00:00Z"));
    FragmentRows rows = new FragmentRows(new InputFile("f", 1, WRITTEN_AT), parser, settings);

    return rows.row(RawRecord.json(1, text.replace('\'', '"')));
  }

  private static int at(String column) {
    return Fragments.TYPE.fieldIndex(column);
  }

  private static int inLine(String column) {
    return Fragments.LINE_TYPE.fieldIndex(column);
  }
}
