package org.colmado.insights.schema;

import org.colmado.insights.schema.ColumnType.TableColumn;

/**
 * Factory of documented columns, and the columns shared by all result tables. A comment states
 * unit, sign, and the meaning of null.
 */
public final class Columns {
  public static final String STORE_ID = "store_id";
  public static final String AS_OF = "as_of";
  public static final String RUN_ID = "run_id";

  /** Money in the store's currency: 14 digits, 2 of them cents. */
  public static final ColumnType MONEY = ColumnType.decimal(14, 2);

  private Columns() {}

  /** A column that is never null. */
  public static TableColumn required(String name, ColumnType type, String comment) {
    return new TableColumn(name, type, true, comment);
  }

  /** A column that may be null; the comment says what null means. */
  public static TableColumn optional(String name, ColumnType type, String comment) {
    return new TableColumn(name, type, false, comment);
  }

  public static TableColumn storeId() {
    return required(STORE_ID, ColumnType.STRING, "Store, as configured or as the POS names it");
  }

  public static TableColumn asOf() {
    return required(AS_OF, ColumnType.DATE, "Last closed business day that was counted");
  }

  public static TableColumn runId() {
    return required(
        RUN_ID,
        ColumnType.STRING,
        "Run that wrote the row: its as-of day and a hash of the settings it ran under");
  }
}
