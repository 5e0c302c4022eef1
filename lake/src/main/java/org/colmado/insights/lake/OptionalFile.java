package org.colmado.insights.lake;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * An optional file of the owner: CSV in UTF-8 with a header, columns in any order.
 *
 * @param name of the file
 * @param calledBy column that identifies a row in messages
 * @param cells its columns
 */
public record OptionalFile(String name, String calledBy, List<Cell> cells) {
  public OptionalFile {
    cells = List.copyOf(cells);
  }

  /**
   * A column.
   *
   * @param typed SQL expression of its value; null if the text has no valid value
   * @param holds SQL condition that the value must meet
   * @param expected the condition in words
   */
  public record Cell(String column, String typed, String holds, String expected) {
    public static Cell text(String column) {
      String text = "trim(" + quoted(column) + ")";

      return new Cell(column, text, "length(" + text + ") > 0", "some text");
    }

    public static Cell day(String column) {
      return new Cell(column, date(column), date(column) + " IS NOT NULL", "a date as 2026-11-20");
    }

    /** A day that is not before another, nor more than a year after. */
    public static Cell dayFrom(String column, String other) {
      return new Cell(
          column,
          date(column),
          "%s BETWEEN %s AND date_add(%s, 366)".formatted(date(column), date(other), date(other)),
          "a date as 2026-11-20, within a year from " + other);
    }

    public static Cell amount(String column) {
      String typed = "try_cast(" + quoted(column) + " AS double)";

      return new Cell(column, typed, typed + " BETWEEN 0 AND 1e9", "a number, 0 or more");
    }

    public static Cell number(String column, int least, int most) {
      String typed = "try_cast(" + quoted(column) + " AS double)";

      return new Cell(
          column,
          typed,
          typed + " BETWEEN " + least + " AND " + most,
          "a number, " + least + " to " + most);
    }

    public static Cell whole(String column, int least, int most) {
      String typed = "try_cast(" + quoted(column) + " AS int)";

      return new Cell(
          column,
          typed,
          typed + " BETWEEN " + least + " AND " + most,
          "a whole number, " + least + " to " + most);
    }

    public static Cell weekdays(String column) {
      return new Cell(
          column,
          "transform(split(trim(" + quoted(column) + "), ' +'), day -> try_cast(day AS int))",
          "trim(" + quoted(column) + ") RLIKE '^[0-6]( +[0-6])*$'",
          "weekdays, 0 Sunday to 6 Saturday, with blanks between");
    }

    /** The same column, but it may be empty (null). */
    public Cell orNone() {
      String isNone = "coalesce(trim(" + quoted(column) + "), '') = ''";

      return new Cell(
          column,
          "if(" + isNone + ", NULL, " + typed + ")",
          isNone + " OR " + holds,
          expected + ", or nothing");
    }

    private static String date(String column) {
      return "try_cast(" + quoted(column) + " AS date)";
    }

    private static String quoted(String column) {
      return "`" + column + "`";
    }

    Column value() {
      return expr(typed).as(column);
    }

    private Column fault() {
      return when(coalesce(expr(holds), lit(false)), lit(null)).otherwise(lit(column));
    }
  }

  List<String> columns() {
    return cells.stream().map(Cell::column).toList();
  }

  /** Names of the columns that are not as expected. */
  Column faults() {
    return array_compact(array(cells.stream().map(Cell::fault).toArray(Column[]::new)));
  }

  String expected(String column) {
    return cells.stream()
        .filter(cell -> cell.column().equals(column))
        .map(Cell::expected)
        .findFirst()
        .orElse("");
  }
}
