package org.colmado.insights.delta;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.types.DataType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colmado.insights.schema.ColumnType;

/** Delta Kernel's view of Java values of one column: the reverse of {@link KernelValues}. */
record ValueVector(ColumnType type, List<?> values) implements ColumnVector {
  @Override
  public DataType getDataType() {
    return KernelTypes.of(type);
  }

  @Override
  public int getSize() {
    return values.size();
  }

  @Override
  public void close() {}

  @Override
  public boolean isNullAt(int row) {
    return values.get(row) == null;
  }

  @Override
  public boolean getBoolean(int row) {
    return (Boolean) values.get(row);
  }

  @Override
  public int getInt(int row) {
    return values.get(row) instanceof LocalDate day
        ? Math.toIntExact(day.toEpochDay())
        : (Integer) values.get(row);
  }

  @Override
  public long getLong(int row) {
    return values.get(row) instanceof Instant instant
        ? ChronoUnit.MICROS.between(Instant.EPOCH, instant)
        : (Long) values.get(row);
  }

  @Override
  public double getDouble(int row) {
    return (Double) values.get(row);
  }

  @Override
  public String getString(int row) {
    return (String) values.get(row);
  }

  /** Never rounds: an amount with more digits than the column has is an error. */
  @Override
  public BigDecimal getDecimal(int row) {
    return ((BigDecimal) values.get(row))
        .setScale(((ColumnType.DecimalOf) type).scale(), RoundingMode.UNNECESSARY);
  }

  @Override
  public ArrayValue getArray(int row) {
    return new Elements(
        new ValueVector(((ColumnType.ListOf) type).element(), (List<?>) values.get(row)));
  }

  @Override
  public MapValue getMap(int row) {
    ColumnType.MapOf map = (ColumnType.MapOf) type;
    Map<?, ?> entries = (Map<?, ?>) values.get(row);

    return new Entries(
        new ValueVector(map.key(), List.copyOf(entries.keySet())),
        new ValueVector(map.value(), new ArrayList<>(entries.values())));
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    ColumnType.TableColumn column = ((ColumnType.Struct) type).columns().get(ordinal);
    List<Object> child = new ArrayList<>();
    for (Object struct : values) {
      child.add(struct == null ? null : ((Map<?, ?>) struct).get(column.name()));
    }
    return new ValueVector(column.type(), child);
  }

  private record Elements(ValueVector vector) implements ArrayValue {
    @Override
    public int getSize() {
      return vector.getSize();
    }

    @Override
    public ColumnVector getElements() {
      return vector;
    }
  }

  private record Entries(ValueVector keys, ValueVector values) implements MapValue {
    @Override
    public int getSize() {
      return keys.getSize();
    }

    @Override
    public ColumnVector getKeys() {
      return keys;
    }

    @Override
    public ColumnVector getValues() {
      return values;
    }
  }
}
