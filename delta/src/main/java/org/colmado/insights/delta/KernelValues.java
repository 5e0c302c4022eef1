package org.colmado.insights.delta;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colmado.insights.schema.ColumnType;

/**
 * Java values of Delta Kernel's column vectors: {@code LocalDate} for a date, {@code Instant} for a
 * timestamp, {@code List} and {@code Map} for lists and maps, and for a struct a {@code Map} by
 * column name, in order.
 */
final class KernelValues {
  private KernelValues() {}

  /** The value at an index of the vector, from 0; null where there is none. */
  static Object at(ColumnVector vector, int row, ColumnType type) {
    if (vector.isNullAt(row)) {
      return null;
    }
    if (type instanceof ColumnType.Scalar scalar) {
      return scalar(vector, row, scalar);
    }
    if (type instanceof ColumnType.DecimalOf) {
      return vector.getDecimal(row);
    }
    if (type instanceof ColumnType.ListOf list) {
      return list(vector.getArray(row), list);
    }
    if (type instanceof ColumnType.MapOf map) {
      return map(vector.getMap(row), map);
    }
    return struct(vector, row, (ColumnType.Struct) type);
  }

  private static Object scalar(ColumnVector vector, int row, ColumnType.Scalar scalar) {
    return switch (scalar) {
      case STRING -> vector.getString(row);
      case BOOLEAN -> vector.getBoolean(row);
      case INTEGER -> vector.getInt(row);
      case LONG -> vector.getLong(row);
      case DOUBLE -> vector.getDouble(row);
      case DATE -> LocalDate.ofEpochDay(vector.getInt(row));
      case TIMESTAMP -> Instant.EPOCH.plus(vector.getLong(row), ChronoUnit.MICROS);
    };
  }

  private static List<Object> list(ArrayValue array, ColumnType.ListOf type) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < array.getSize(); i++) {
      values.add(at(array.getElements(), i, type.element()));
    }
    return values;
  }

  private static Map<Object, Object> map(MapValue map, ColumnType.MapOf type) {
    Map<Object, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < map.getSize(); i++) {
      values.put(at(map.getKeys(), i, type.key()), at(map.getValues(), i, type.value()));
    }
    return values;
  }

  private static Map<String, Object> struct(ColumnVector vector, int row, ColumnType.Struct type) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < type.columns().size(); i++) {
      values.put(
          type.columns().get(i).name(), at(vector.getChild(i), row, type.columns().get(i).type()));
    }
    return values;
  }
}
