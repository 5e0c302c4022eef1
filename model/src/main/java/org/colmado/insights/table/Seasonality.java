package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.BOOLEAN;
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

/** What the hour, the weekday, the quincena, the month and time itself do to sales. */
public final class Seasonality {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String MEASURE = DemandForecast.MEASURE;
  public static final String SEASON = "season";
  public static final String PHASE = "phase";
  public static final String STRENGTH = "strength";
  public static final String SEASON_P_VALUE = "season_p_value";
  public static final String EFFECT = "effect";
  public static final String EFFECT_LOW = "effect_low";
  public static final String EFFECT_HIGH = "effect_high";
  public static final String P_VALUE = "p_value";
  public static final String IS_SIGNIFICANT = "is_significant";
  public static final String DAYS = "days";
  public static final String STATUS = "status";

  public static final String HOUR = "hour";
  public static final String WEEKDAY = "weekday";
  public static final String QUINCENA = "quincena";
  public static final String YEAR = "year";
  public static final String TREND = "trend";

  /** Phase of the only row of a season that nothing is known of. */
  public static final String NO_PHASE = "none";

  /** Phase of the trend's only row. */
  public static final String PER_WEEK = "per_week";

  public static final String OK = "ok";
  public static final String TOO_SHORT = "too_short";
  public static final String ONE_YEAR = "one_year";
  public static final String NO_PAYDAYS = "no_paydays";

  public static final TableSpec TABLE =
      new TableSpec(
          "seasonality",
          "One row per store, as-of day its models were judged, measure, season and phase",
          List.of(STORE_ID, AS_OF, MEASURE, SEASON, PHASE),
          schema(),
          List.of(
              new Check(
                  "season_known", "season IN ('hour', 'weekday', 'quincena', 'year', 'trend')"),
              new Check("strength_a_share", "strength BETWEEN 0 AND 1 OR strength IS NULL"),
              new Check(
                  "bounds_in_order",
                  "(effect_low <= effect AND effect <= effect_high) OR effect_low IS NULL"),
              new Check("significance_is_known", "NOT is_significant OR p_value IS NOT NULL"),
              new Check(
                  "status_known", "status IN ('ok', 'too_short', 'one_year', 'no_paydays')")));

  private Seasonality() {}

  private static Struct schema() {
    return withEffects(
            new Struct()
                .add(Columns.storeId())
                .add(Columns.asOf())
                .add(required(MEASURE, STRING, "tickets (visits) or revenue"))
                .add(required(SEASON, STRING, "hour, weekday, quincena, year or trend"))
                .add(
                    required(
                        PHASE,
                        STRING,
                        "Of hour 00 to 23 on the store's clock; of weekday monday to sunday; of"
                            + " quincena payday day 0 to 3, middle or lean; of year 01 to 12; of"
                            + " trend per_week; none: the status says why nothing is known"))
                .add(
                    optional(
                        STRENGTH,
                        DOUBLE,
                        "Share of the variance that the season explains, 0 to 1, once level and"
                            + " other seasons are out; null: not measurable"))
                .add(
                    optional(
                        SEASON_P_VALUE,
                        DOUBLE,
                        "Probability of such differences if the season did nothing; null: no test")))
        .add(
            required(
                IS_SIGNIFICANT,
                BOOLEAN,
                "season_p_value and p_value are both 0.05 at most; false: may be chance"))
        .add(required(DAYS, INTEGER, "Days the phase was seen on; of none: days there are"))
        .add(
            required(
                STATUS,
                STRING,
                "ok; too_short: too few days; one_year: months seen once, so that a month may be a"
                    + " change of the store; no_paydays: the calendar has none"))
        .add(Columns.runId());
  }

  private static Struct withEffects(Struct schema) {
    return schema
        .add(
            optional(
                EFFECT,
                DOUBLE,
                "Times the mean of the season: 1.10 is 10 % above; of trend times a week; null:"
                    + " not known"))
        .add(optional(EFFECT_LOW, DOUBLE, "Lower 95 % bound; null: not known"))
        .add(optional(EFFECT_HIGH, DOUBLE, "Upper 95 % bound; null: not known"))
        .add(
            optional(
                P_VALUE,
                DOUBLE,
                "Probability of so large an effect if there were none, adjusted for the number of phases"
                    + " (false-discovery rate); null: no test"));
  }
}
