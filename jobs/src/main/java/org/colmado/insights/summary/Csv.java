package org.colmado.insights.summary;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.PrintStream;
import org.apache.spark.sql.Row;

/** Prints rows as comma separated values (RFC 4180), one row at a time. */
public final class Csv {
  private Csv() {}

  public static void print(AnswerRows answer, PrintStream out) {
    CsvWriter writer = new CsvWriter(out, settings());
    writer.writeHeaders(answer.columns());
    answer.rows().forEachRemaining(row -> writer.writeRow(cells(row)));
    writer.flush();
  }

  private static CsvWriterSettings settings() {
    CsvWriterSettings settings = new CsvWriterSettings();
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setEscapeUnquotedValues(false);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.getFormat().setLineSeparator("\n");
    return settings;
  }

  private static String[] cells(Row row) {
    String[] cells = new String[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.isNullAt(i) ? null : plain(row.get(i));
    }
    return cells;
  }

  /** Numbers keep all digits, as files are also read by programs. */
  private static String plain(Object value) {
    return value instanceof Number ? value.toString() : CellText.text(value);
  }
}
