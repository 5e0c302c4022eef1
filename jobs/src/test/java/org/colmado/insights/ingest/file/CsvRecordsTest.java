package org.colmado.insights.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {
  private static final String HEADER = "id,date,name,size,price\n";

  @Test
  void cutsRowsIntoCellsByTheHeader() {
    RawRecord row = read("date,id,price,name,size\n2026-01-02,7, 12.50 ,Arroz,5 lb\n").get(0);

    assertThat(row.line()).isEqualTo(2);
    assertThat(row.cells())
        .containsEntry(CsvRole.TICKET_ID, "7")
        .containsEntry(CsvRole.DATE, "2026-01-02")
        .containsEntry(CsvRole.DESCRIPTION, "Arroz 5 lb")
        .containsEntry(CsvRole.UNIT_PRICE, "12.50");
  }

  @Test
  void leavesBlankCellsOut() {
    assertThat(read(HEADER + "7,d,Arroz,,\n").get(0).cells())
        .containsEntry(CsvRole.DESCRIPTION, "Arroz")
        .doesNotContainKey(CsvRole.UNIT_PRICE);
  }

  @Test
  void readsDelimitersAndQuotesInsideQuotes() {
    assertThat(names(HEADER + "7,d,\"Ron, \"\"Añejo\"\"\",x,1\n"))
        .containsExactly("Ron, \"Añejo\" x");
  }

  @Test
  void readsAQuotedCellOverSeveralLines() {
    List<RawRecord> rows = read(HEADER + "7,d,\"Arroz\nselecto\",x,1\n8,d,Pan,y,2\n");

    assertThat(rows).extracting(RawRecord::line).containsExactly(2L, 4L);
    assertThat(rows.get(0).cells()).containsEntry(CsvRole.DESCRIPTION, "Arroz\nselecto x");
  }

  @Test
  void takesAQuoteInsideACellForAnInchAndLosesNoRow() {
    assertThat(names(HEADER + "7,d,12\" pizza,x,1\n8,d,9\" pizza,y,2\n"))
        .containsExactly("12\" pizza x", "9\" pizza y");
  }

  @Test
  void refusesOnlyTheRowWhoseQuoteIsNeverClosed() {
    List<RawRecord> rows = read(HEADER + "7,d,\"Arroz,x,1\n8,d,Pan,y,2\n9,d,Sal,z,3\n");

    assertThat(rows)
        .extracting(CsvRecordsTest::said)
        .containsExactly("quote_not_closed", "Pan y", "Sal z");
    assertThat(rows.get(0).text()).isEqualTo("9,x,\"xxxxx,x,9");
  }

  // D64: docs/defects.md
  @Test
  void showsARowWithoutCellsOnlyWhereNoColumnIsAPersons() {
    byte[] text = "id,date,producto,size,price\n7,d,Arroz,x\n".getBytes(StandardCharsets.UTF_8);
    CsvLayout layout = priced("price");
    layout.columnsByRole().put(CsvRole.DESCRIPTION, List.of("producto"));

    assertThat(read(text, layout).get(0).text()).isEqualTo("7,d,Arroz,x");
    assertThat(PersonalData.isIn(List.of("ticket", "Nombre del cliente"))).isTrue();
  }

  @Test
  void saysThatTheFileBreaksOffInsideAQuote() {
    byte[] wrong = (HEADER + "7,d,\"Arroz\npi?a\",x,1\n").getBytes(StandardCharsets.ISO_8859_1);
    wrong[new String(wrong, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xF1;

    assertThat(read(wrong, layout(true)))
        .extracting(CsvRecordsTest::said)
        .containsExactly("quote_not_closed", "wrong_encoding");
  }

  @Test
  void refusesARowWithAnotherCountOfCells() {
    List<RawRecord> rows = read(HEADER + "7,d,Arroz\n8,d,Pan,y,2,3\n9,d,Sal,z,3\n");

    assertThat(rows)
        .extracting(CsvRecordsTest::said)
        .containsExactly("wrong_cell_count", "wrong_cell_count", "Sal z");
    assertThat(rows.get(0).fault().detail()).isEqualTo("3 cells, expected 5");
  }

  @Test
  void refusesARowOfEndlesslyManyCells() {
    assertThat(read(HEADER + ",".repeat(9000) + "\n9,d,Sal,z,3\n"))
        .extracting(CsvRecordsTest::said)
        .containsExactly("wrong_cell_count", "Sal z");
  }

  @Test
  void refusesTheWholeFileOnceWhereAColumnIsMissing() {
    List<RawRecord> rows = read("id,date,name,size\n7,d,Arroz,x\n8,d,Pan,y\n");

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).line()).isZero();
    assertThat(rows.get(0).fault().reason()).isEqualTo("file_without_column");
    assertThat(rows.get(0).fault().detail()).endsWith("expected also [price]");
  }

  @Test
  void refusesAFileWithTwoColumnsOfAMappedName() {
    List<RawRecord> rows = read("id,date,name,size,price,price\n7,d,Arroz,x,1,2\n");

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).fault().reason()).isEqualTo("file_with_repeated_column");
    assertThat(rows.get(0).fault().detail())
        .isEqualTo("Found 2 columns named 'price', expected one; map price#1, price#2");
  }

  @Test
  void readsTheSecondOfTwoColumnsOfOneName() {
    String text = "id,date,name,price,size,price,other,other\n7,d,Arroz,1,x,2,8,9\n";

    assertThat(read(text.getBytes(StandardCharsets.UTF_8), priced("price#2")).get(0).cells())
        .containsEntry(CsvRole.UNIT_PRICE, "2");
    assertThat(read(text.getBytes(StandardCharsets.UTF_8), priced("price#3")))
        .extracting(CsvRecordsTest::said)
        .containsExactly("file_without_column");
  }

  @Test
  void takesANumberSignForPartOfAColumnName() {
    byte[] text = "id,date,name,size,price#2\n7,d,Arroz,x,3\n".getBytes(StandardCharsets.UTF_8);

    assertThat(read(text, priced("price#2")).get(0).cells()).containsEntry(CsvRole.UNIT_PRICE, "3");
  }

  @Test
  void countsTheLinesOfAReportBeforeItsHeader() {
    String before = "\"Colmado Luz\"\n\"Desde\",\"2026-11-20 00:00\"\n\n";

    List<RawRecord> rows = read(before + HEADER + "7,d,Pan,y,2\n");
    assertThat(rows)
        .extracting(CsvRecordsTest::said)
        .containsExactly("before_header", "before_header", "Pan y");
    assertThat(rows.get(2).line()).isEqualTo(5);
    assertThat(names("sep=,\n" + HEADER + "7,d,Pan,y,2\n"))
        .containsExactly("before_header", "Pan y");
  }

  @Test
  void looksForTheHeaderInTheFirstLinesOnly() {
    assertThat(names("Colmado\n".repeat(40) + HEADER + "7,d,Pan,y,2\n"))
        .containsExactly("file_without_column");
  }

  @Test
  void namesTheRowsThatAReportAddsToItsSales() {
    String text =
        HEADER
            + "7,d,Pan,y,2\nSubtotal,,,,2\n"
            + HEADER
            + "8,d,Total pack,y,2\nTotal,d,Pan,y,2\n\"Registros: \",2,Total:,4\n";

    assertThat(names(text))
        .containsExactly(
            "Pan y", "total_row", "repeated_header", "Total pack y", "Pan y", "total_row");
  }

  @Test
  void readsRowsWhoseEmptyCellsAtTheEndAreLeftOutOrAdded() {
    String header = "id,date,name,size,price,note,customer\n";

    assertThat(
            names(
                header
                    + "1,d,Pan,x,2,,\n2,d,Pan,x,2\n3,d,Pan,x,2,,,\n4,d,Pan,x,2,,,y\n5,d,Pan,x\n"
                    + "6,d,Pan,x,2,,\n"))
        .containsExactly(
            "Pan x", "Pan x", "Pan x", "wrong_cell_count", "wrong_cell_count", "Pan x");
  }

  @Test
  void aRowThatIsTooLongIsReadOnlyIfItsNumberIsInItsColumn() {
    String header = "id,date,name,size,price,note,customer\n";

    assertThat(
            names(
                header
                    + "1,d,Pan,x,2,dulce,,\n2,d,Pan, dulce,x,2,,\n3,d,Pan,2,5,3,,\n4,d,Pan,x,2,3,,\n"))
        .containsExactly("Pan x", "wrong_cell_count", "wrong_cell_count", "wrong_cell_count");
  }

  @Test
  void theLastRowMayHaveBeenCutOffSoItNeedsEveryCell() {
    assertThat(names("id,date,name,size,price,note\n1,d,Pan,x,2.5,\n2,d,Pan,x,2."))
        .containsExactly("Pan x", "wrong_cell_count");
  }

  @Test
  void saysWhatMadeTheHeaderUnreadable() {
    byte[] latin = "id,date,añada,size,price\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(read(latin, layout(true)).get(0).fault())
        .extracting(RawRecord.Fault::reason, fault -> fault.detail().substring(0, 35))
        .containsExactly("file_without_column", "Found no header that can be read: B");
    assertThat(read("id;date;name;size;price\n").get(0).fault().detail())
        .endsWith("one column only, is the delimiter ','?");
  }

  @Test
  void refusesAFileOfBlankLinesForItsMissingColumns() {
    assertThat(read("\n\n"))
        .extracting(CsvRecordsTest::said)
        .containsExactly("file_without_column");
  }

  @Test
  void takesANumberSignForPartOfAnId() {
    assertThat(read(HEADER + "#7,d,Pan,y,2\n").get(0).cells())
        .containsEntry(CsvRole.TICKET_ID, "#7");
  }

  @Test
  void countsColumnsWhereThereIsNoHeader() {
    assertThat(read("7;d;Pan;y;2".getBytes(StandardCharsets.UTF_8), layout(false)).get(0).cells())
        .containsEntry(CsvRole.TICKET_ID, "7")
        .containsEntry(CsvRole.DESCRIPTION, "Pan y");
  }

  private static List<String> names(String text) {
    return read(text).stream().map(CsvRecordsTest::said).toList();
  }

  private static String said(RawRecord row) {
    return row.fault() == null ? row.cells().get(CsvRole.DESCRIPTION) : row.fault().reason();
  }

  private static List<RawRecord> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), layout(true));
  }

  private static List<RawRecord> read(byte[] bytes, CsvLayout layout) {
    List<RawRecord> rows = new ArrayList<>();
    TextLines lines =
        new TextLines(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, 1024 * 1024);
    new CsvRecords(lines, layout).forEachRemaining(row -> rows.add(row));
    return rows;
  }

  private static CsvLayout priced(String column) {
    CsvLayout layout = layout(true);
    layout.columnsByRole().put(CsvRole.UNIT_PRICE, List.of(column));
    return layout;
  }

  private static CsvLayout layout(boolean header) {
    Map<CsvRole, List<String>> columns = new EnumMap<>(CsvRole.class);
    columns.put(CsvRole.TICKET_ID, List.of(header ? "id" : "1"));
    columns.put(CsvRole.DATE, List.of(header ? "date" : "2"));
    columns.put(CsvRole.DESCRIPTION, header ? List.of("name", "size") : List.of("3", "4"));
    columns.put(CsvRole.UNIT_PRICE, List.of(header ? "price" : "5"));
    return new CsvLayout("UTF-8", header ? ',' : ';', header, columns, List.of(), ".", Set.of());
  }
}
