package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/**
 * How each segment moved: the last four weeks against the four before, and the slope over all
 * eight. Every night's trends are kept.
 */
public final class SegmentTrends {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String SEGMENT_TYPE = Segments.SEGMENT_TYPE;
  public static final String SEGMENT_ID = Segments.SEGMENT_ID;
  public static final String MEASURE = "measure";
  public static final String LAST_ON = Segments.LAST_ON;
  public static final String VALUE_NOW = "value_now";
  public static final String VALUE_BEFORE = "value_before";
  public static final String CHANGE = "change";
  public static final String CHANGE_LOW = "change_low";
  public static final String CHANGE_HIGH = "change_high";
  public static final String P_ADJUSTED = "p_adjusted";
  public static final String SLOPE_PER_WEEK = "slope_per_week";
  public static final String SLOPE_LOW = "slope_low";
  public static final String SLOPE_HIGH = "slope_high";
  public static final String VERDICT = "verdict";
  public static final String TEXT_ES = "text_es";
  public static final String TEXT_EN = "text_en";

  private static final String UNKNOWN = "; null: not enough to compare, text says what is missing";

  public static final TableSpec TABLE =
      new TableSpec(
          "segment_trends",
          "One row per store, as-of day, segment type, segment and measure",
          List.of(STORE_ID, AS_OF, SEGMENT_TYPE, SEGMENT_ID, MEASURE),
          verdict(slope(change())),
          List.of(
              new Check(
                  "measure_known",
                  "%s IN ('%s', '%s')"
                      .formatted(MEASURE, Segments.TRANSACTION_SHARE, Segments.AVG_BASKET_VALUE)),
              new Check("verdict_known", VERDICT + " IN ('up', 'down', 'steady', 'unsure')"),
              new Check(
                  "change_in_its_interval",
                  "coalesce(%s BETWEEN %s AND %s, true)"
                      .formatted(CHANGE, CHANGE_LOW, CHANGE_HIGH))));

  private SegmentTrends() {}

  private static Struct change() {
    return new Struct()
        .add(Columns.storeId())
        .add(Columns.asOf())
        .add(required(SEGMENT_TYPE, STRING, "As in segments"))
        .add(required(SEGMENT_ID, STRING, "As in segments"))
        .add(
            required(
                MEASURE,
                STRING,
                "transaction_share: of the store's visits, 0 to 1; avg_basket_value: mean net total"
                    + " of a visit, store currency"))
        .add(required(LAST_ON, DATE, "Last of the 28 business days of now: as in segments"))
        .add(
            optional(
                VALUE_NOW,
                DOUBLE,
                "The measure over the last 28 days; null: under four weeks of sales, no visits, or visits"
                    + " sorted by other rules"))
        .add(optional(VALUE_BEFORE, DOUBLE, "The same over the 28 days before" + UNKNOWN))
        .add(optional(CHANGE, DOUBLE, "Now less before; negative: it fell" + UNKNOWN))
        .add(optional(CHANGE_LOW, DOUBLE, "Lower end of its 95 % interval" + UNKNOWN))
        .add(optional(CHANGE_HIGH, DOUBLE, "Upper end of its 95 % interval" + UNKNOWN))
        .add(
            optional(
                P_ADJUSTED,
                DOUBLE,
                "Of no change, 0 to 1, adjusted for all rows of the store and night by Benjamini"
                    + " and Hochberg"
                    + UNKNOWN));
  }

  private static Struct slope(Struct columns) {
    return columns
        .add(
            optional(
                SLOPE_PER_WEEK,
                DOUBLE,
                "Straight line through the last eight weeks, in the measure's unit a week;"
                    + " negative: it falls"
                    + UNKNOWN))
        .add(optional(SLOPE_LOW, DOUBLE, "Lower end of its 95 % interval" + UNKNOWN))
        .add(optional(SLOPE_HIGH, DOUBLE, "Upper end of its 95 % interval" + UNKNOWN));
  }

  private static Struct verdict(Struct columns) {
    return columns
        .add(
            required(
                VERDICT,
                STRING,
                "steady: the interval of change is within 15 % of value_before, up or down; up,"
                    + " down: p_adjusted is at most 0.05; unsure: neither"))
        .add(required(TEXT_ES, STRING, "In Spanish, for the owner"))
        .add(required(TEXT_EN, STRING, "In English"))
        .add(Columns.runId());
  }
}
