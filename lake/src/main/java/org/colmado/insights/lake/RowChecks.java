package org.colmado.insights.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.TableColumn;
import org.colmado.insights.schema.TableSpec;

/**
 * Holds rows against the table's spec before they are written: required columns and checks. They
 * are no constraints of the Delta table, which would shut out every writer but Spark. The message
 * of an error names the table and the check, and has no value of a row.
 */
final class RowChecks {
  private RowChecks() {}

  /**
   * The same rows; computing one that breaks the spec is an error.
   *
   * @param rows with the table's columns, in order
   */
  static Dataset<Row> held(TableSpec table, Dataset<Row> rows) {
    List<String> names = table.schema().names();
    String last = names.get(names.size() - 1);

    return rows.withColumn(last, orError(table, col(last)));
  }

  /**
   * The value of a column, or an error if its row breaks the spec. It is no condition of a filter:
   * Spark would try that on rows which another condition, or a join, leaves out.
   */
  private static Column orError(TableSpec table, Column value) {
    Column held = value;
    for (Check check : table.checks()) {
      held = unless(table, check.name(), expr(check.condition()), held);
    }
    for (TableColumn column : table.schema().columns()) {
      if (column.isRequired()) {
        held = unless(table, column.name(), col(column.name()).isNotNull(), held);
      }
    }
    return held;
  }

  private static Column unless(TableSpec table, String name, Column holds, Column value) {
    String message =
        "Cannot write to %s: a row breaks %s; nothing is written".formatted(table.name(), name);

    return when(coalesce(holds, lit(false)), value).otherwise(raise_error(lit(message)));
  }
}
