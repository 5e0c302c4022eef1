package org.colmado.insights.summary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows as an Excel sheet with typed cells, in pages. */
public final class Workbooks {
  /** Rows an Excel sheet can have below its header. */
  public static final long MAX_ROWS = 1_048_575;

  private static final int PAGE = 1000;
  private static final int LONGEST_TEXT = 32_767;
  private static final int MIN_WIDTH = 10;

  private Workbooks() {}

  /**
   * Writes the file.
   *
   * @param count of the rows
   * @throws BadInputException if there are more rows than a sheet can have
   */
  public static void write(String name, long count, AnswerRows answer, Path file)
      throws IOException {
    refuseMoreThan(MAX_ROWS, count, name);

    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Colmado Insights", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(name);
      header(sheet, answer.columns(), (int) count);
      Iterator<Row> left = answer.rows();
      for (int line = 1; left.hasNext(); line++) {
        line(sheet, line, left.next());
        if (line % PAGE == 0) {
          sheet.flush();
        }
      }
      sheet.finish();
    }
  }

  public static void refuseMoreThan(long most, long count, String name) {
    if (count > most) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "Cannot export %s to Excel: found %,d rows, expected at most %,d, which is what a"
                  + " sheet can have. Export to .csv or .parquet, or narrow it with query"
                  + " --format csv.",
              name,
              count,
              most));
    }
  }

  private static void header(Worksheet sheet, List<String> columns, int rows) {
    sheet.freezePane(0, 1);
    sheet.setAutoFilter(0, 0, rows, columns.size() - 1);
    for (int i = 0; i < columns.size(); i++) {
      sheet.width(i, Math.max(MIN_WIDTH, columns.get(i).length() + 4));
      sheet.value(0, i, columns.get(i));
      sheet.style(0, i).bold().set();
    }
  }

  private static void line(Worksheet sheet, int line, Row row) {
    for (int i = 0; i < row.size(); i++) {
      if (!row.isNullAt(i)) {
        cell(sheet, line, i, row.get(i));
      }
    }
  }

  /** 64-bit hashes would lose digits as Excel numbers, so they are written as text. */
  private static void cell(Worksheet sheet, int line, int column, Object value) {
    if (value instanceof Long number && Math.abs(number.doubleValue()) >= 1e15) {
      sheet.inlineString(line, column, number.toString());
    } else if (value instanceof Number number) {
      sheet.value(line, column, number);
    } else if (value instanceof Boolean flag) {
      sheet.value(line, column, flag);
    } else if (value instanceof LocalDate date) {
      sheet.value(line, column, date);
      sheet.style(line, column).format("yyyy-mm-dd").set();
    } else if (value instanceof Instant instant) {
      sheet.value(line, column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
      sheet.style(line, column).format("yyyy-mm-dd hh:mm:ss").set();
    } else {
      String text = CellText.text(value);
      sheet.inlineString(line, column, text.substring(0, Math.min(LONGEST_TEXT, text.length())));
    }
  }
}
