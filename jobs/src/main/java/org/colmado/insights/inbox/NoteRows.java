package org.colmado.insights.inbox;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.TableSpec;

/**
 * The notes for one table: the table's columns, {@link #PLACE}, and {@link #BROKEN}.
 *
 * @param lines notes for this table; their index is the place
 */
record NoteRows(Lake lake, TableSpec table, List<NoteFile.Line> lines) {
  /** Index of the note in the list. */
  private static final String PLACE = "_place";

  /** Condition of the table that the note breaks; null: none. */
  private static final String BROKEN = "_broken";

  /** Conditions that notes break, in the order of the notes; null: the note is valid. */
  List<String> brokenChecks() {
    return checked().orderBy(PLACE).select(BROKEN).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /**
   * Appends the valid notes whose key is not in the table, each key once.
   *
   * @return places of the notes that were appended
   */
  List<Integer> appendNew() {
    String[] key = table.key().toArray(String[]::new);
    List<Row> fresh =
        checked()
            .where(col(BROKEN).isNull())
            .coalesce(1)
            .dropDuplicates(key)
            .join(lake.read(table).selectExpr(key), key, "left_anti")
            .select(PLACE)
            .collectAsList();
    List<Integer> places = fresh.stream().map(row -> row.getInt(0)).sorted().toList();
    if (!places.isEmpty()) {
      lake.append(
          table,
          SparkTypes.rows(places.stream().map(place -> lines.get(place).note().row()).toList()));
    }
    return places;
  }

  private Dataset<Row> checked() {
    Column[] broken = table.checks().stream().map(NoteRows::ifBroken).toArray(Column[]::new);

    return rows().withColumn(BROKEN, broken.length == 0 ? lit(null) : coalesce(broken));
  }

  private static Column ifBroken(Check check) {
    Column holds = expr(check.condition());

    return when(not(holds).or(holds.isNull()), lit(check.condition()));
  }

  private Dataset<Row> rows() {
    StructType schema = SparkTypes.schema(table).add(PLACE, DataTypes.IntegerType, false);
    List<Row> rows = IntStream.range(0, lines.size()).mapToObj(this::row).toList();

    return lake.spark().createDataFrame(rows, schema);
  }

  private Row row(int place) {
    List<Object> values = new ArrayList<>(List.of());
    for (Object value : lines.get(place).note().row().values()) {
      values.add(value);
    }
    values.add(place);
    return RowFactory.create(values.toArray());
  }
}
