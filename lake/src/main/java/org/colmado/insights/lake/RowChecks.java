package org.colmado.insights.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.TableSpec;

/**
 * Holds rows against the checks of the table's spec before they are written. The checks are no
 * constraints of the Delta table, which would shut out every writer but Spark. The message of an
 * error names the table and the check, and has no value of a row.
 */
final class RowChecks {
  private RowChecks() {}

  /**
   * The same rows; computing one that breaks a check is an error.
   *
   * <p>The error is in the value of a column that the check is about. It is not in the condition of
   * a filter: Spark would try that on rows which another condition, or a join, leaves out. Nor are
   * all checks in one column: with every column that an expression names, Spark doubles the
   * constraints it infers from it.
   *
   * @param rows with the table's columns, in order
   */
  static Dataset<Row> held(TableSpec table, Dataset<Row> rows) {
    Column[] columns =
        table.schema().names().stream()
            .map(name -> orError(table, name).as(name))
            .toArray(Column[]::new);

    return table.checks().isEmpty() ? rows : rows.select(columns);
  }

  private static Column orError(TableSpec table, String name) {
    Column value = col(name);
    for (Check check : table.checks()) {
      if (name.equals(firstColumnOf(table, check))) {
        value =
            when(coalesce(expr(check.condition()), lit(false)), value)
                .otherwise(error(table, check));
      }
    }
    return value;
  }

  private static String firstColumnOf(TableSpec table, Check check) {
    return table.schema().names().stream()
        .filter(name -> isAbout(check, name))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the check's condition names the column. */
  private static boolean isAbout(Check check, String column) {
    return Pattern.compile("\\b" + column + "\\b").matcher(check.condition()).find();
  }

  /**
   * Refuses to set columns alone that a check is about: it can be held against whole rows only.
   *
   * @throws IllegalArgumentException if there is such a check
   */
  static void requireNone(TableSpec table, List<String> columns) {
    for (Check check : table.checks()) {
      if (columns.stream().anyMatch(column -> isAbout(check, column))) {
        throw new IllegalArgumentException(
            "Cannot set %s of %s alone: the check %s is about them; merge whole rows"
                .formatted(columns, table.name(), check.name()));
      }
    }
  }

  private static Column error(TableSpec table, Check check) {
    return raise_error(
        lit(
            "Cannot write to %s: a row breaks %s (%s); nothing is written"
                .formatted(table.name(), check.name(), check.condition())));
  }
}
