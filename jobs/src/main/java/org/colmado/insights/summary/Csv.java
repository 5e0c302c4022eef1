package org.colmado.insights.summary;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Prints rows as comma separated values (RFC 4180), one row at a time. */
public final class Csv {
  private Csv() {}

  public static void print(Dataset<Row> rows, PrintStream out) {
    out.println(Arrays.stream(rows.columns()).map(Csv::quoted).collect(Collectors.joining(",")));
    rows.toLocalIterator().forEachRemaining(row -> out.println(line(row)));
    out.flush();
  }

  private static String line(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.isNullAt(i) ? "" : quoted(plain(row.get(i))))
        .collect(Collectors.joining(","));
  }

  /** Numbers keep all digits, as files are also read by programs. */
  private static String plain(Object value) {
    return value instanceof Number ? value.toString() : CellText.text(value);
  }

  private static String quoted(String text) {
    boolean needed = text.matches("(?s).*[\",\\r\\n].*");

    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
