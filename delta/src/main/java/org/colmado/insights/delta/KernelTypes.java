package org.colmado.insights.delta;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.util.List;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.TableColumn;

/** Delta Kernel's types of the tables' columns. */
final class KernelTypes {
  private static final boolean PARTS_MAY_BE_NULL = true;

  private KernelTypes() {}

  /** Fields in order, with comments and nullability. */
  static StructType struct(ColumnType.Struct struct) {
    List<StructField> fields = struct.columns().stream().map(KernelTypes::field).toList();

    return new StructType(fields);
  }

  /** The type; what is inside a list or a map may be null. */
  static DataType of(ColumnType type) {
    if (type instanceof ColumnType.Scalar scalar) {
      return of(scalar);
    }
    if (type instanceof ColumnType.DecimalOf decimal) {
      return new DecimalType(decimal.precision(), decimal.scale());
    }
    if (type instanceof ColumnType.ListOf list) {
      return new ArrayType(of(list.element()), PARTS_MAY_BE_NULL);
    }
    if (type instanceof ColumnType.MapOf map) {
      return new MapType(of(map.key()), of(map.value()), PARTS_MAY_BE_NULL);
    }
    return struct((ColumnType.Struct) type);
  }

  private static DataType of(ColumnType.Scalar scalar) {
    return switch (scalar) {
      case STRING -> StringType.STRING;
      case BOOLEAN -> BooleanType.BOOLEAN;
      case INTEGER -> IntegerType.INTEGER;
      case LONG -> LongType.LONG;
      case DOUBLE -> DoubleType.DOUBLE;
      case DATE -> DateType.DATE;
      case TIMESTAMP -> TimestampType.TIMESTAMP;
    };
  }

  private static StructField field(TableColumn column) {
    FieldMetadata comment =
        column.comment().isEmpty()
            ? FieldMetadata.empty()
            : FieldMetadata.builder().putString("comment", column.comment()).build();

    return new StructField(column.name(), of(column.type()), !column.isRequired(), comment);
  }
}
