package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.listOf;
import static org.colmado.insights.schema.ColumnType.mapOf;
import static org.colmado.insights.schema.Columns.MONEY;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** Kinds of visit, and what each is like. Every night's profiles are kept. */
public final class Segments {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String SEGMENT_TYPE = "segment_type";
  public static final String SEGMENT_ID = "segment_id";
  public static final String SEGMENT_NAME_ES = "segment_name_es";
  public static final String SEGMENT_NAME_EN = "segment_name_en";
  public static final String DESCRIPTION_ES = "description_es";
  public static final String DESCRIPTION_EN = "description_en";
  public static final String FIRST_ON = "first_on";
  public static final String LAST_ON = "last_on";
  public static final String TRANSACTION_COUNT = "transaction_count";
  public static final String TRANSACTION_SHARE = "transaction_share";
  public static final String REVENUE_TOTAL = "revenue_total";
  public static final String REVENUE_SHARE = "revenue_share";
  public static final String ANONYMOUS_SHARE = "anonymous_share";
  public static final String AVG_BASKET_VALUE = "avg_basket_value";
  public static final String AVG_ITEMS_PER_BASKET = "avg_items_per_basket";
  public static final String VISITS_PER_OPEN_HOUR = "visits_per_open_hour";
  public static final String PEAK_HOURS = "peak_hours";
  public static final String PEAK_DAYS = "peak_days";
  public static final String CONFIDENCE_SCORE = "confidence_score";
  public static final String TOP_CATEGORIES = "top_categories";
  public static final String CATEGORY_SHARES = "category_shares";
  public static final String CATEGORY_LIFTS = "category_lifts";
  public static final String PAYMENT_PREFERENCES = "payment_preferences";
  public static final String PAYMENT_VALUE_SHARES = "payment_value_shares";
  public static final String FREQUENCY_PATTERN = "frequency_pattern";
  public static final String ACTIVE_DAY_SHARE = "active_day_share";
  public static final String RULES_VERSION = TransactionFeatures.RULES_VERSION;

  private static final ColumnType SHARES = mapOf(STRING, DOUBLE);

  public static final TableSpec TABLE =
      new TableSpec(
          "segments",
          "One row per store, as-of day, segment type and segment, empty segments included",
          List.of(STORE_ID, AS_OF, SEGMENT_TYPE, SEGMENT_ID),
          columns(),
          List.of(
              new Check("shares_in_range", TRANSACTION_SHARE + " BETWEEN 0 AND 1"),
              new Check("confidence_in_range", CONFIDENCE_SCORE + " BETWEEN 0 AND 1"),
              new Check(
                  "pattern_known",
                  FREQUENCY_PATTERN + " IN ('daily', 'weekly', 'occasional', 'none')")));

  private Segments() {}

  private static Struct columns() {
    return new Struct()
        .add(Columns.storeId())
        .add(Columns.asOf())
        .add(
            required(SEGMENT_TYPE, STRING, "temporal, basket_value, product_preference or mission"))
        .add(required(SEGMENT_ID, STRING, "Stable name within the type"))
        .add(required(SEGMENT_NAME_ES, STRING, "Name in Spanish"))
        .add(required(SEGMENT_NAME_EN, STRING, "Name in English"))
        .add(required(DESCRIPTION_ES, STRING, "What makes a visit one of it, in Spanish"))
        .add(required(DESCRIPTION_EN, STRING, "What makes a visit one of it, in English"))
        .add(required(FIRST_ON, DATE, "First business day counted"))
        .add(required(LAST_ON, DATE, "Last business day counted: the store's last with sales"))
        .add(required(TRANSACTION_COUNT, LONG, "Visits"))
        .add(required(TRANSACTION_SHARE, DOUBLE, "Of the store's visits; adds to 1 over a type"))
        .add(required(REVENUE_TOTAL, MONEY, "Net total of the visits, store currency"))
        .add(required(REVENUE_SHARE, DOUBLE, "Of the store's revenue; adds to 1 over a type"))
        .add(optional(ANONYMOUS_SHARE, DOUBLE, "Visits without a customer; null: no visits"))
        .add(optional(AVG_BASKET_VALUE, MONEY, "Mean net total; null: no visits"))
        .add(optional(AVG_ITEMS_PER_BASKET, DOUBLE, "Mean lines of a ticket; null: no visits"))
        .add(
            optional(
                VISITS_PER_OPEN_HOUR, DOUBLE, "Visits by hour the store was open; null: never"))
        .add(
            required(
                PEAK_HOURS,
                listOf(INTEGER),
                "Hours with more visits than the segment's other open hours, beyond chance (1 % over"
                    + " all hours); empty: no clear peak"))
        .add(
            required(
                PEAK_DAYS,
                listOf(INTEGER),
                "Weekdays, 0 Sunday, with more visits than its other open days, beyond chance;"
                    + " empty: no clear peak"))
        .add(
            required(
                CONFIDENCE_SCORE,
                DOUBLE,
                "0 to 1: how surely, and how much, these visits differ from the others in what does"
                    + " not define them; near 0 on random tickets"))
        .add(
            required(
                TOP_CATEGORIES,
                listOf(STRING),
                "Up to 5 categories of the most money, unclassified left out"))
        .add(required(CATEGORY_SHARES, SHARES, "Share of the value by category; adds to 1"))
        .add(
            required(
                CATEGORY_LIFTS,
                SHARES,
                "Its share of the value over the store's, by category; 1: as everywhere"))
        .add(required(PAYMENT_PREFERENCES, SHARES, "Share of the visits by tender; adds to 1"))
        .add(required(PAYMENT_VALUE_SHARES, SHARES, "Share of the value by tender; adds to 1"))
        .add(
            required(
                FREQUENCY_PATTERN,
                STRING,
                "Of the segment, not of a person: daily, visits on 6 of 7 open days or more;"
                    + " weekly, on 1 of 7 or more; occasional; none"))
        .add(required(ACTIVE_DAY_SHARE, DOUBLE, "Of the open days, those with a visit"))
        .add(required(RULES_VERSION, STRING, "Hash of the rules"))
        .add(Columns.runId());
  }
}
