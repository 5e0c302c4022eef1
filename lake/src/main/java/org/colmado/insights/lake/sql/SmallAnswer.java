package org.colmado.insights.lake.sql;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.catalyst.json.JacksonGenerator;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/** The rows that answer a query. */
public final class SmallAnswer {
  private final SQLConf settings;
  private final StructType schema;
  private final List<InternalRow> rows;

  SmallAnswer(SQLConf settings, StructType schema, List<InternalRow> rows) {
    this.settings = settings;
    this.schema = schema;
    this.rows = rows;
  }

  /** Columns in order. */
  public StructType schema() {
    return schema;
  }

  /** The rows, with column names, as {@code Dataset.collectAsList} returns them. */
  public List<Row> rows() {
    return SQLConf.withExistingConf(
        settings,
        () -> {
          Function1<Object, Object> toRow = CatalystTypeConverters.createToScalaConverter(schema);
          List<Row> converted = new ArrayList<>();
          rows.forEach(row -> converted.add((Row) toRow.apply(row)));
          return converted;
        });
  }

  /** The rows as JSON objects, as {@code Dataset.toJSON} writes them: nulls are left out. */
  public List<String> json() {
    return SQLConf.withExistingConf(
        settings, () -> rows.stream().map(row -> json(schema, row)).toList());
  }

  private static String json(StructType schema, InternalRow row) {
    StringWriter text = new StringWriter();
    JSONOptions options =
        new JSONOptions(
            scala.collection.immutable.Map$.MODULE$.empty(),
            SQLConf.get().sessionLocalTimeZone(),
            "");
    JacksonGenerator generator = new JacksonGenerator(schema, text, options);
    generator.write(row);
    generator.close();
    return text.toString();
  }
}
