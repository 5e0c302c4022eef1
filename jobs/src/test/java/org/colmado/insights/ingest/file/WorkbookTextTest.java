package org.colmado.insights.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks and zip files, as programs and people save them. */
class WorkbookTextTest {
  @TempDir Path folder;

  @Test
  void readsCellsAsTheyAreAndNotAsTheyAreShown() throws IOException {
    byte[] workbook =
        workbook(
            book -> {
              Worksheet sheet = book.newWorksheet("Ventas");
              row(sheet, 0, "ticket", "fecha", "producto", "total");
              sheet.value(2, 0, 7460010000012L);
              sheet.value(2, 1, LocalDateTime.of(2026, 11, 20, 18, 15, 31));
              sheet.style(2, 1).format("dd/mm/yyyy h:mm AM/PM").set();
              sheet.value(2, 2, "Pan, \"sobao\"\nde agua");
              sheet.value(2, 3, new BigDecimal("1234.5"));
              sheet.style(2, 3).format("[$RD$-1C0A]#,##0.00;[Red]-[$RD$-1C0A]#,##0.00").set();
            });

    assertThat(text(workbook, ","))
        .containsExactly(
            "ticket;fecha;producto;total",
            "7460010000012;2026-11-20 18:15:31;\"Pan, \"\"sobao\"\" de agua\";1234,5");
  }

  @Test
  void takesTheSheetThatHasTheColumns() throws IOException {
    byte[] workbook =
        workbook(
            book -> {
              row(book.newWorksheet("Resumen"), 0, "Total del mes", "900");
              Worksheet sheet = book.newWorksheet("Detalle");
              row(sheet, 0, "Colmado Luz");
              row(sheet, 1, "ticket", "fecha", "producto", "total");
            });

    assertThat(text(workbook, ".")).containsExactly("Colmado Luz", "ticket;fecha;producto;total");
  }

  @Test
  void readsADayAndATimeOfTheirOwn() throws IOException {
    byte[] workbook =
        workbook(
            book -> {
              Worksheet sheet = book.newWorksheet("Ventas");
              row(sheet, 0, "ticket", "fecha", "producto", "total");
              sheet.value(1, 0, LocalDateTime.of(2026, 11, 20, 0, 0));
              sheet.style(1, 0).format("dd-mm-yy").set();
              sheet.value(1, 1, 0.75);
              sheet.style(1, 1).format("hh:mm").set();
              sheet.value(1, 2, 0.1 + 0.2);
            });

    assertThat(text(workbook, ".").get(1)).isEqualTo("2026-11-20;18:00:00;0.3");
  }

  @Test
  void namesAZipFileThatIsNoWorkbookAndADamagedOne() throws IOException {
    assertThat(opened(zip("ventas.csv", "ticket;total\n"), ".").fault().orElseThrow().detail())
        .startsWith("A zip file that is no Excel workbook");
    byte[] workbook = workbook(book -> row(book.newWorksheet("Ventas"), 0, "ticket"));
    assertThat(opened(java.util.Arrays.copyOf(workbook, 300), ".").fault()).isPresent();
  }

  @Test
  void findsTheFilesInsideAZipFile() throws IOException {
    Path zip = Files.write(folder.resolve("mes.zip"), zip("dia/ventas.csv", "ticket;total\n1;2\n"));
    InputFiles files = new InputFiles(new Configuration(), List.of(".csv", ".zip"));
    List<InputFile> found = files.under(List.of(zip.toString()));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).path()).endsWith("mes.zip!/dia/ventas.csv");
    assertThat(lines(OpenedFile.open(found.get(0), new Configuration(), layout("."))))
        .containsExactly("ticket;total", "1;2");
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      sheet.value(row, i, cells[i]);
    }
  }

  private static byte[] workbook(Consumer<Workbook> content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      content.accept(book);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      write(zip, "__MACOSX/._" + name, "resource");
      write(zip, name, text);
    }
    return bytes.toByteArray();
  }

  private static void write(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    ((OutputStream) zip).write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private List<String> text(byte[] bytes, String decimalMark) throws IOException {
    return lines(opened(bytes, decimalMark));
  }

  private static List<String> lines(OpenedFile opened) {
    List<String> lines = new ArrayList<>();
    assertThat(opened.fault()).isEmpty();
    new TextLines(opened.bytes(), StandardCharsets.UTF_8, 10_000)
        .forEachRemaining(line -> lines.add(line.text()));
    return lines;
  }

  private OpenedFile opened(byte[] bytes, String decimalMark) throws IOException {
    Path file = Files.write(folder.resolve("ventas.xlsx"), bytes);

    return OpenedFile.open(
        new InputFile(file.toString(), bytes.length, Instant.EPOCH),
        new Configuration(),
        layout(decimalMark));
  }

  private static CsvLayout layout(String decimalMark) {
    Map<CsvRole, List<String>> columns = new EnumMap<>(CsvRole.class);
    columns.put(CsvRole.TICKET_ID, List.of("ticket"));
    columns.put(CsvRole.AMOUNT, List.of("total"));

    return new CsvLayout("UTF-8", ';', true, columns, List.of(), decimalMark, Set.of());
  }
}
