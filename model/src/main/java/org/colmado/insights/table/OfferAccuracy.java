package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/**
 * The hold-out accuracy of three offers for a basket. It also records when a store's rules were
 * last computed, also if there are none.
 */
public final class OfferAccuracy {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String LEVEL = BasketRules.LEVEL;
  public static final String TESTED = "tested";
  public static final String OFFER_HITS = "offer_hits";
  public static final String POPULARITY_HITS = "popularity_hits";
  public static final String RULES_VERSION = BasketRules.RULES_VERSION;

  public static final TableSpec TABLE =
      new TableSpec(
          "offer_accuracy",
          "One row per store, as-of day its rules were found on, and level",
          List.of(STORE_ID, AS_OF, LEVEL),
          new Struct()
              .add(Columns.storeId())
              .add(Columns.asOf())
              .add(required(LEVEL, STRING, "product or category: what was offered"))
              .add(
                  required(
                      TESTED,
                      LONG,
                      "Baskets of the held-out last weeks with two items or more, one item hidden"))
              .add(
                  required(
                      OFFER_HITS,
                      LONG,
                      "Of those, where the hidden item was among three offers made from the weeks"
                          + " before"))
              .add(
                  required(
                      POPULARITY_HITS,
                      LONG,
                      "Of those, where it was among the three items most bought in the weeks before"
                          + " and not in the basket"))
              .add(required(RULES_VERSION, INTEGER, "version of conf/offers.yaml"))
              .add(Columns.runId()),
          List.of(
              new Check("level_known", LEVEL + " IN ('product', 'category')"),
              new Check(
                  "hits_among_tested",
                  OFFER_HITS + " <= " + TESTED + " AND " + POPULARITY_HITS + " <= " + TESTED)));

  private OfferAccuracy() {}
}
