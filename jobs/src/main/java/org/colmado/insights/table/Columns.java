package org.colmado.insights.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/**
 * Makes documented columns, and holds the few that every result table has. A comment gives unit,
 * sign, and for an optional column what null means.
 */
public final class Columns {
  public static final String STORE_ID = "store_id";
  public static final String AS_OF = "as_of";
  public static final String RUN_ID = "run_id";

  /** Money in the store's currency: RD$ 14 digits, 2 of them cents. */
  public static final DecimalType MONEY = DataTypes.createDecimalType(14, 2);

  private Columns() {}

  /** A column that is never null. */
  public static StructField required(String name, DataType type, String comment) {
    return new StructField(name, type, false, Metadata.empty()).withComment(comment);
  }

  /** A column that may be null; the comment says what null means. */
  public static StructField optional(String name, DataType type, String comment) {
    return new StructField(name, type, true, Metadata.empty()).withComment(comment);
  }

  public static StructField storeId() {
    return required(STORE_ID, DataTypes.StringType, "Store, as configured or as the POS names it");
  }

  public static StructField asOf() {
    return required(AS_OF, DataTypes.DateType, "Last closed business day that was counted");
  }

  public static StructField runId() {
    return required(
        RUN_ID,
        DataTypes.StringType,
        "Run that wrote the row: its as-of day and a hash of the settings it ran under");
  }
}
