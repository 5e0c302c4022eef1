package org.colmado.insights.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The type of a column, independent of Spark and Delta Kernel, whose types are derived from it. */
public sealed interface ColumnType {
  ColumnType STRING = Scalar.STRING;
  ColumnType BOOLEAN = Scalar.BOOLEAN;
  ColumnType INTEGER = Scalar.INTEGER;
  ColumnType LONG = Scalar.LONG;
  ColumnType DOUBLE = Scalar.DOUBLE;
  ColumnType DATE = Scalar.DATE;
  ColumnType TIMESTAMP = Scalar.TIMESTAMP;

  /** The SQL name of the type, without the nullability of nested values. */
  String sql();

  /** A decimal number of {@code precision} digits, {@code scale} of them after the point. */
  static ColumnType decimal(int precision, int scale) {
    return new DecimalOf(precision, scale);
  }

  /** A list whose elements may be null. */
  static ColumnType listOf(ColumnType element) {
    return new ListOf(element);
  }

  /** A map whose values may be null. */
  static ColumnType mapOf(ColumnType key, ColumnType value) {
    return new MapOf(key, value);
  }

  /** Types without parts. */
  enum Scalar implements ColumnType {
    STRING("string"),
    BOOLEAN("boolean"),
    /** 32 bits. */
    INTEGER("int"),
    /** 64 bits. */
    LONG("bigint"),
    /** 64-bit floating point; never NaN or infinite in a result table. */
    DOUBLE("double"),
    /** A calendar day without a zone. */
    DATE("date"),
    /** An instant, microseconds, UTC. */
    TIMESTAMP("timestamp");

    private final String sql;

    Scalar(String sql) {
      this.sql = sql;
    }

    @Override
    public String sql() {
      return sql;
    }
  }

  record DecimalOf(int precision, int scale) implements ColumnType {
    @Override
    public String sql() {
      return "decimal(%d,%d)".formatted(precision, scale);
    }
  }

  record ListOf(ColumnType element) implements ColumnType {
    @Override
    public String sql() {
      return "array of " + element.sql();
    }
  }

  record MapOf(ColumnType key, ColumnType value) implements ColumnType {
    @Override
    public String sql() {
      return "map of %s to %s".formatted(key.sql(), value.sql());
    }
  }

  /**
   * Named columns in order: the row of a table, or a nested struct.
   *
   * @param columns each name once
   */
  record Struct(List<TableColumn> columns) implements ColumnType {
    public Struct {
      columns = List.copyOf(columns);
      if (columns.stream().map(TableColumn::name).distinct().count() < columns.size()) {
        throw new IllegalArgumentException(
            "Cannot define a struct: a column is named twice in "
                + columns.stream().map(TableColumn::name).toList());
      }
    }

    /** No columns yet; see {@link #add}. */
    public Struct() {
      this(List.of());
    }

    /** The same with one more column at the end. */
    public Struct add(TableColumn column) {
      List<TableColumn> more = new ArrayList<>(columns);
      more.add(column);
      return new Struct(more);
    }

    /** The same with one more optional column without a comment. */
    public Struct add(String name, ColumnType type) {
      return add(new TableColumn(name, type, false, ""));
    }

    public List<String> names() {
      return columns.stream().map(TableColumn::name).toList();
    }

    /**
     * The column of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public TableColumn column(String name) {
      return columns.get(indexOf(name));
    }

    /**
     * Index of the column, from 0.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public int indexOf(String name) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equals(name)) {
          return i;
        }
      }
      throw new IllegalArgumentException(
          "Cannot find column " + name + ": expected one of " + names());
    }

    @Override
    public String sql() {
      return columns.stream()
          .map(column -> column.name() + ": " + column.type().sql())
          .collect(Collectors.joining(", ", "struct<", ">"));
    }
  }

  /**
   * A column of a table, or of a struct inside one.
   *
   * @param name snake_case, unit last
   * @param isRequired never null
   * @param comment unit, sign and meaning of null; may be empty only inside a struct
   */
  record TableColumn(String name, ColumnType type, boolean isRequired, String comment) {}
}
