package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** Significant association rules. Rules of earlier nights are kept. */
public final class BasketRules {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String LEVEL = "level";
  public static final String ANTECEDENT = "antecedent";
  public static final String CONSEQUENT = "consequent";
  public static final String BASKETS = "baskets";
  public static final String ANTECEDENT_COUNT = "antecedent_count";
  public static final String CONSEQUENT_COUNT = "consequent_count";
  public static final String COUNT = "count";
  public static final String SUPPORT = "support";
  public static final String CONFIDENCE = "confidence";
  public static final String LIFT = "lift";
  public static final String LIFT_LOW = "lift_low";
  public static final String P_VALUE = "p_value";
  public static final String FIRST_ON = "first_on";
  public static final String LAST_ON = "last_on";
  public static final String RULES_VERSION = "rules_version";

  public static final String PRODUCT = "product";
  public static final String CATEGORY = "category";

  public static final TableSpec TABLE =
      new TableSpec(
          "basket_rules",
          "One row per store, as-of day, level and rule: who buys the antecedent buys the consequent"
              + " too. A pair that passed has a rule each way",
          List.of(STORE_ID, AS_OF, LEVEL, ANTECEDENT, CONSEQUENT),
          new Struct()
              .add(Columns.storeId())
              .add(Columns.asOf())
              .add(required(LEVEL, STRING, "product or category: what the two sides are"))
              .add(required(ANTECEDENT, STRING, "What is in the basket: a product_key or category"))
              .add(required(CONSEQUENT, STRING, "What comes along: a product_key or category"))
              .add(
                  required(
                      BASKETS, LONG, "All visits counted; returns and cancelled tickets are none"))
              .add(required(ANTECEDENT_COUNT, LONG, "Visits with the antecedent"))
              .add(required(CONSEQUENT_COUNT, LONG, "Visits with the consequent"))
              .add(required(COUNT, LONG, "Visits with both; a product on two lines counts once"))
              .add(required(SUPPORT, DOUBLE, "count over baskets"))
              .add(required(CONFIDENCE, DOUBLE, "count over antecedent_count"))
              .add(
                  required(
                      LIFT,
                      DOUBLE,
                      "confidence over the consequent's share of all visits; 1: independent"))
              .add(required(LIFT_LOW, DOUBLE, "Lower 95 % confidence bound of lift"))
              .add(
                  required(
                      P_VALUE,
                      DOUBLE,
                      "Probability of at least as many joint visits if independent (Fisher, one-sided)"))
              .add(required(FIRST_ON, DATE, "First business day counted"))
              .add(required(LAST_ON, DATE, "Last business day counted: the store's last"))
              .add(required(RULES_VERSION, INTEGER, "version of conf/offers.yaml"))
              .add(Columns.runId()),
          List.of(
              new Check("level_known", LEVEL + " IN ('product', 'category')"),
              new Check("two_items", ANTECEDENT + " <> " + CONSEQUENT),
              new Check("confidence_in_range", CONFIDENCE + " BETWEEN 0 AND 1"),
              new Check("bound_below_lift", LIFT_LOW + " <= " + LIFT)));

  private BasketRules() {}
}
