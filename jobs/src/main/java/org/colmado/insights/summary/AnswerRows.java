package org.colmado.insights.summary;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.sql.SmallAnswer;

/**
 * Rows to print or to write to a file, one at a time.
 *
 * @param columns names in order
 * @param rows in order; read once
 */
public record AnswerRows(List<String> columns, Iterator<Row> rows) {
  /** Rows that Spark brings in part by part. */
  public static AnswerRows of(Dataset<Row> rows) {
    return new AnswerRows(List.of(rows.columns()), rows.toLocalIterator());
  }

  public static AnswerRows of(SmallAnswer answer) {
    return new AnswerRows(List.of(answer.schema().fieldNames()), answer.rows().iterator());
  }
}
