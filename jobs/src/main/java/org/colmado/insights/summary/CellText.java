package org.colmado.insights.summary;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Formats a cell's value for people. */
final class CellText {
  private CellText() {}

  static String text(Object value) {
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<Object, Object> sorted = new TreeMap<>(CollectionConverters.asJava(map));
      return sorted.entrySet().stream()
          .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    if (value instanceof scala.collection.Seq<?> seq) {
      return CollectionConverters.asJava(seq).stream()
          .map(CellText::text)
          .collect(Collectors.joining(", "));
    }
    if (value instanceof Row row) {
      return text(row.toSeq());
    }
    if (value instanceof Double number) {
      return number == Math.rint(number) && Math.abs(number) < 1e9
          ? String.valueOf(number.longValue())
          : String.format(java.util.Locale.ROOT, "%.4f", number);
    }
    return String.valueOf(value);
  }
}
