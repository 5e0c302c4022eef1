package org.colmado.insights.lake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.ColumnType.TableColumn;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Converts values between Spark's rows and Java, where a list is a {@code List}, a map a {@code
 * Map}, and a struct a {@code Map} by column name.
 */
public final class SparkValues {
  private SparkValues() {}

  /** The values of a row of the struct's columns, in their order. */
  public static Object[] toJava(Row row, Struct struct) {
    Object[] values = new Object[struct.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = toJava(row.get(i), struct.columns().get(i).type());
    }
    return values;
  }

  /** A row of the struct's columns, in their order, without column names. */
  public static Row toSpark(Object[] values, Struct struct) {
    Object[] converted = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      converted[i] = toSpark(values[i], struct.columns().get(i).type());
    }
    return RowFactory.create(converted);
  }

  private static Object toJava(Object value, ColumnType type) {
    if (value == null) {
      return null;
    }
    if (type instanceof ColumnType.DecimalOf decimal) {
      return ((BigDecimal) value).setScale(decimal.scale(), RoundingMode.HALF_UP);
    }
    if (type instanceof ColumnType.ListOf list) {
      List<Object> elements = new ArrayList<>();
      elements(value).forEach(element -> elements.add(toJava(element, list.element())));
      return elements;
    }
    if (type instanceof ColumnType.MapOf map) {
      Map<Object, Object> entries = new LinkedHashMap<>();
      entries(value)
          .forEach((key, each) -> entries.put(toJava(key, map.key()), toJava(each, map.value())));
      return entries;
    }
    return type instanceof Struct struct ? byName((Row) value, struct) : value;
  }

  private static Map<String, Object> byName(Row row, Struct struct) {
    Object[] values = toJava(row, struct);
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(struct.columns().get(i).name(), values[i]);
    }
    return named;
  }

  /** Rows that were read have Scala's collections, rows that were made here Java's. */
  private static Iterable<?> elements(Object list) {
    return list instanceof scala.collection.Iterable<?> elements
        ? CollectionConverters.asJava(elements)
        : list instanceof Object[] array ? List.of(array) : (Iterable<?>) list;
  }

  private static Map<?, ?> entries(Object map) {
    return map instanceof scala.collection.Map<?, ?> entries
        ? CollectionConverters.asJava(entries)
        : (Map<?, ?>) map;
  }

  private static Object toSpark(Object value, ColumnType type) {
    if (value instanceof List<?> list) {
      ColumnType element = ((ColumnType.ListOf) type).element();
      List<Object> elements = new ArrayList<>();
      list.forEach(each -> elements.add(toSpark(each, element)));
      return CollectionConverters.asScala(elements).toSeq();
    }
    if (type instanceof Struct struct && value instanceof Map<?, ?> named) {
      return toSpark(
          struct.columns().stream().map(TableColumn::name).map(named::get).toArray(), struct);
    }
    if (value instanceof Map<?, ?> map) {
      ColumnType each = ((ColumnType.MapOf) type).value();
      Map<Object, Object> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put(key, toSpark(entry, each)));
      return CollectionConverters.asScala(entries);
    }
    return value;
  }
}
