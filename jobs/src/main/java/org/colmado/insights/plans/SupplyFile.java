package org.colmado.insights.plans;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * An optional file beside the sales: CSV in UTF-8 with a header, columns in any order.
 *
 * <ul>
 *   <li>{@code stock.csv}: store_id, counted_on, description, units_on_hand, after the close of the
 *       day
 *   <li>{@code costs.csv}: store_id, valid_from, description, unit_cost, store currency
 *   <li>{@code suppliers.csv}: description, supplier, lead_time_days, delivery_weekdays (0 Sunday
 *       to 6 Saturday, with blanks between), case_units, shelf_life_days
 *   <li>{@code deliveries.csv}: store_id, due_on, description, units that were ordered
 * </ul>
 *
 * @param name of the file
 * @param cells its columns
 */
record SupplyFile(String name, List<Cell> cells) {

  /**
   * A column.
   *
   * @param typed SQL of its value; null where the text is none
   * @param holds SQL of what must be true of it
   * @param expected the same in words
   */
  record Cell(String column, String typed, String holds, String expected) {
    static Cell text(String column) {
      return new Cell(
          column, "trim(" + column + ")", "length(trim(" + column + ")) > 0", "some text");
    }

    static Cell day(String column) {
      String typed = "try_cast(" + column + " AS date)";

      return new Cell(column, typed, typed + " IS NOT NULL", "a date as 2026-11-20");
    }

    static Cell amount(String column) {
      String typed = "try_cast(" + column + " AS double)";

      return new Cell(column, typed, typed + " BETWEEN 0 AND 1e9", "a number, 0 or more");
    }

    static Cell whole(String column, int least, int most) {
      String typed = "try_cast(" + column + " AS int)";

      return new Cell(
          column,
          typed,
          typed + " BETWEEN " + least + " AND " + most,
          "a whole number, " + least + " to " + most);
    }

    static Cell weekdays(String column) {
      return new Cell(
          column,
          "transform(split(trim(" + column + "), ' +'), day -> try_cast(day AS int))",
          "trim(" + column + ") RLIKE '^[0-6]( +[0-6])*$'",
          "weekdays, 0 Sunday to 6 Saturday, with blanks between");
    }

    Column value() {
      return expr(typed).as(column);
    }

    private Column fault() {
      return when(coalesce(expr(holds), lit(false)), lit(null)).otherwise(lit(column));
    }
  }

  static final SupplyFile STOCK =
      of("stock.csv", Cell.text("store_id"), Cell.day("counted_on"), Cell.amount("units_on_hand"));

  static final SupplyFile COSTS =
      of("costs.csv", Cell.text("store_id"), Cell.day("valid_from"), Cell.amount("unit_cost"));

  static final SupplyFile SUPPLIERS =
      of(
          "suppliers.csv",
          Cell.text("supplier"),
          Cell.whole("lead_time_days", 0, 365),
          Cell.weekdays("delivery_weekdays"),
          Cell.whole("case_units", 1, 100_000),
          Cell.whole("shelf_life_days", 1, 36_500));

  static final SupplyFile DELIVERIES =
      of("deliveries.csv", Cell.text("store_id"), Cell.day("due_on"), Cell.amount("units"));

  private static SupplyFile of(String name, Cell... cells) {
    return new SupplyFile(
        name, Stream.concat(Stream.of(Cell.text("description")), Stream.of(cells)).toList());
  }

  List<String> columns() {
    return cells.stream().map(Cell::column).toList();
  }

  /** Names of the columns that are not as expected. */
  Column faults() {
    return array_compact(array(cells.stream().map(Cell::fault).toArray(Column[]::new)));
  }

  static Column isGood(Column faults) {
    return size(faults).equalTo(0);
  }

  String expected(String column) {
    return cells.stream()
        .filter(cell -> cell.column().equals(column))
        .map(Cell::expected)
        .findFirst()
        .orElse("");
  }
}
