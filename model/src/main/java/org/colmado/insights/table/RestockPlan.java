package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** What to order of every product for its next delivery. The plans of every night are kept. */
public final class RestockPlan {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String PRODUCT_KEY = SaleLines.PRODUCT_KEY;
  public static final String DESCRIPTION = SaleLines.DESCRIPTION;
  public static final String CATEGORY = SaleLines.CATEGORY;
  public static final String SUPPLIER = "supplier";
  public static final String ORDER_BY_ON = "order_by_on";
  public static final String DUE_ON = "due_on";
  public static final String ORDER_UNITS = "order_units";
  public static final String ORDER_CASES = "order_cases";
  public static final String CASE_UNITS = "case_units";
  public static final String EXPECTED_UNITS = "expected_units";
  public static final String SAFETY_STOCK = "safety_stock";
  public static final String COVERS_DAYS = "covers_days";
  public static final String CRITICAL_RATIO = "critical_ratio";
  public static final String ON_HAND_UNITS = "on_hand_units";
  public static final String INBOUND_UNITS = "inbound_units";
  public static final String METHOD = "method";
  public static final String REASON_ES = "reason_es";
  public static final String REASON_EN = "reason_en";

  public static final String TSB = "tsb";
  public static final String PROFILE = "profile";
  public static final String LOW_DATA = "low_data";

  public static final TableSpec TABLE =
      new TableSpec(
          "restock_plan",
          "One row per store, as-of day and product that sold lately, those not to order too",
          List.of(STORE_ID, AS_OF, PRODUCT_KEY),
          reasons(schema()),
          List.of(
              new Check("orders_are_not_negative", ORDER_CASES + " >= 0"),
              new Check("whole_cases", ORDER_UNITS + " = " + ORDER_CASES + " * " + CASE_UNITS),
              new Check("ratio_in_range", CRITICAL_RATIO + " BETWEEN 0 AND 1"),
              new Check("ordered_before_due", ORDER_BY_ON + " <= " + DUE_ON)));

  private RestockPlan() {}

  private static Struct schema() {
    return new Struct()
        .add(Columns.storeId())
        .add(Columns.asOf())
        .add(required(PRODUCT_KEY, STRING, "Product in product_categories"))
        .add(required(DESCRIPTION, STRING, "Product as the shop wrote it last"))
        .add(required(CATEGORY, STRING, "Category of the product"))
        .add(optional(SUPPLIER, STRING, "As suppliers.csv has it; null: not known"))
        .add(required(ORDER_BY_ON, DATE, "Last day to order on for due_on"))
        .add(required(DUE_ON, DATE, "Delivery day that an order on the day after as_of can make"))
        .add(required(ORDER_UNITS, INTEGER, "Units or pounds to order; 0: nothing"))
        .add(required(ORDER_CASES, INTEGER, "The same in cases"))
        .add(required(CASE_UNITS, INTEGER, "Units of a case; 1 where it is not known"));
  }

  private static Struct reasons(Struct columns) {
    return columns
        .add(
            required(
                EXPECTED_UNITS,
                DOUBLE,
                "Units that will be asked for from due_on to the next delivery, or to the end of"
                    + " the shelf life if that is sooner"))
        .add(
            optional(
                SAFETY_STOCK,
                DOUBLE,
                "Units above expected_units that are held for chance; null: fewer than two weeks"
                    + " of sales, so that chance is not known"))
        .add(
            optional(
                COVERS_DAYS,
                DOUBLE,
                "Days from due_on that what is there and what comes lasts, if all goes as"
                    + " expected; null: nothing is expected to be sold"))
        .add(
            required(
                CRITICAL_RATIO,
                DOUBLE,
                "What a unit too few costs over that and what a unit too many costs, 0 to 1"))
        .add(
            optional(
                ON_HAND_UNITS,
                DOUBLE,
                "Units after the close of as_of: the last count less what was sold since; null:"
                    + " not known, the order is then to cover the days without counting on stock"))
        .add(
            optional(
                INBOUND_UNITS,
                DOUBLE,
                "Units on their way, as deliveries.csv has them; null: not known"))
        .add(
            required(
                METHOD,
                STRING,
                "How demand was learned: tsb (sold now and then), profile (by weekday), or"
                    + " low_data (fewer than two weeks of sales)"))
        .add(required(REASON_ES, STRING, "Why, in Spanish"))
        .add(required(REASON_EN, STRING, "Why, in English"))
        .add(Columns.runId());
  }
}
