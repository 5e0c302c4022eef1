package org.colmado.insights.ingest.file;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The rows of an Excel workbook as CSV text, a line each, so that line numbers are row numbers.
 * Only one row is in memory at a time.
 */
final class WorkbookText {
  private static final int ROWS_BEFORE_HEADER = 30;
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private final CsvLayout layout;
  private final WorkbookCells cells;

  private WorkbookText(CsvLayout layout, WorkbookCells cells) {
    this.layout = layout;
    this.cells = cells;
  }

  /**
   * The text of the first sheet that has every mapped column, else of the first sheet.
   *
   * @param file may be deleted once this returns
   */
  static InputStream of(File file, CsvLayout layout) throws IOException {
    ReadableWorkbook workbook = new ReadableWorkbook(file, WITH_FORMATS);
    WorkbookText text = new WorkbookText(layout, WorkbookCells.of(file, layout));
    Stream<Row> rows = text.sheet(workbook).openStream();

    return new InputStream() {
      private final Iterator<String> lines = text.lines(rows.iterator());
      private InputStream line = InputStream.nullInputStream();

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int count = line.read(into, from, length);
        while (count < 0 && lines.hasNext()) {
          line = new ByteArrayInputStream(lines.next().getBytes(StandardCharsets.UTF_8));
          count = line.read(into, from, length);
        }
        return count;
      }

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];

        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public void close() throws IOException {
        rows.close();
        workbook.close();
      }
    };
  }

  private Sheet sheet(ReadableWorkbook workbook) throws IOException {
    for (Sheet sheet : workbook.getSheets().toList()) {
      if (hasHeader(sheet)) {
        return sheet;
      }
    }
    return workbook.getFirstSheet();
  }

  private boolean hasHeader(Sheet sheet) throws IOException {
    try (Stream<Row> rows = sheet.openStream()) {
      return rows.limit(ROWS_BEFORE_HEADER)
          .anyMatch(row -> layout.hasAll(layout.columns(cells.texts(row))));
    }
  }

  /** A line for each row, and an empty one for each row that the sheet leaves out. */
  private Iterator<String> lines(Iterator<Row> rows) {
    return new Iterator<>() {
      private int written;

      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public String next() {
        Row row = rows.next();
        String left = "\n".repeat(Math.max(0, row.getRowNum() - written - 1));
        written = row.getRowNum();
        return left + line(row) + "\n";
      }
    };
  }

  private String line(Row row) {
    return cells.texts(row).stream().map(this::quoted).collect(Collectors.joining(delimiter()));
  }

  private String delimiter() {
    return String.valueOf(layout.delimiter());
  }

  private String quoted(String text) {
    String flat = text.replace('\n', ' ').replace('\r', ' ');

    return flat.contains(delimiter()) || flat.contains("\"")
        ? '"' + flat.replace("\"", "\"\"") + '"'
        : flat;
  }
}
