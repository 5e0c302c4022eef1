package org.colmado.insights.summary;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** Prints rows as a text table, in pages, so that memory is bounded. */
public final class TextTable {
  private static final int PAGE = 1000;
  private static final int WIDEST = 60;

  private TextTable() {}

  public static void print(AnswerRows answer, PrintStream out) {
    Iterator<Row> left = answer.rows();
    boolean isFirst = true;
    do {
      List<List<String>> page = new ArrayList<>();
      page.add(answer.columns());
      while (left.hasNext() && page.size() <= PAGE) {
        page.add(cells(left.next()));
      }
      print(page, isFirst, out);
      isFirst = false;
    } while (left.hasNext());
  }

  /** Prints rows of text, the first of them the header. */
  static void print(List<List<String>> rows, PrintStream out) {
    print(rows, true /* withHeader */, out);
  }

  private static void print(List<List<String>> page, boolean withHeader, PrintStream out) {
    int columns = page.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : page) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }

    for (int r = withHeader ? 0 : 1; r < page.size(); r++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String cell = page.get(r).get(i);
        line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String text = row.isNullAt(i) ? "" : CellText.text(row.get(i));
      cells.add(text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text);
    }
    return cells;
  }
}
