package org.colmado.insights.lake;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.TableColumn;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.schema.TableSpec;

/** Spark's types of the tables' columns. */
public final class SparkTypes {
  /** {@link Columns#MONEY}. */
  public static final DataType MONEY = of(Columns.MONEY);

  private SparkTypes() {}

  /** The table's columns in order, with comments and nullability. */
  public static StructType schema(TableSpec table) {
    return struct(table.schema());
  }

  /** Converts to Spark rows; they have no column names. */
  public static List<Row> rows(List<TableRow> rows) {
    return rows.stream().map(SparkTypes::row).toList();
  }

  /** Converts to a Spark row; it has no column names. */
  public static Row row(TableRow row) {
    return RowFactory.create(row.values());
  }

  /** Fields in order, with comments and nullability. */
  public static StructType struct(ColumnType.Struct struct) {
    List<StructField> fields = struct.columns().stream().map(SparkTypes::field).toList();

    return DataTypes.createStructType(fields);
  }

  /** The type; what is inside a list or a map may be null. */
  public static DataType of(ColumnType type) {
    if (type instanceof ColumnType.Scalar scalar) {
      return of(scalar);
    }
    if (type instanceof ColumnType.DecimalOf decimal) {
      return DataTypes.createDecimalType(decimal.precision(), decimal.scale());
    }
    if (type instanceof ColumnType.ListOf list) {
      return DataTypes.createArrayType(of(list.element()));
    }
    if (type instanceof ColumnType.MapOf map) {
      return DataTypes.createMapType(of(map.key()), of(map.value()));
    }
    return struct((ColumnType.Struct) type);
  }

  private static DataType of(ColumnType.Scalar scalar) {
    return switch (scalar) {
      case STRING -> DataTypes.StringType;
      case BOOLEAN -> DataTypes.BooleanType;
      case INTEGER -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case DATE -> DataTypes.DateType;
      case TIMESTAMP -> DataTypes.TimestampType;
    };
  }

  private static StructField field(TableColumn column) {
    StructField field =
        new StructField(column.name(), of(column.type()), !column.isRequired(), Metadata.empty());

    return column.comment().isEmpty() ? field : field.withComment(column.comment());
  }
}
