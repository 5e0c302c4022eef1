package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.TIMESTAMP;
import static org.colmado.insights.schema.ColumnType.decimal;
import static org.colmado.insights.schema.ColumnType.listOf;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** Who comes on a kind of visit, and what to do about it, in words. Every night's are kept. */
public final class SegmentPersonas {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String SEGMENT_TYPE = Segments.SEGMENT_TYPE;
  public static final String SEGMENT_ID = Segments.SEGMENT_ID;
  public static final String PERSONA_ES = "persona_es";
  public static final String PERSONA_EN = "persona_en";
  public static final String MARKETING_RECOMMENDATIONS = "marketing_recommendations";
  public static final String OPERATIONAL_INSIGHTS = "operational_insights";
  public static final String CAMPAIGN_DRAFT = "campaign_draft";
  public static final String CAMPAIGN_DRAFT_EN = "campaign_draft_en";
  public static final String SOURCE = "source";
  public static final String REASON = "reason";
  public static final String MODEL = "model";
  public static final String PROMPT_VERSION = "prompt_version";
  public static final String FACTS_HASH = "facts_hash";
  public static final String FACTS = "facts";
  public static final String ANSWER = "answer";
  public static final String ANSWERED_ON = "answered_on";
  public static final String COST_USD = "cost_usd";
  public static final String WRITTEN_AT = "written_at";

  public static final String GROK = "grok";
  public static final String CACHE = "cache";
  public static final String RULES = "rules";

  /** Why by rules: what Grok said was not in the facts, repaired or not. */
  public static final String REFUSED = "refused";

  /** Why by rules: the answer stopped at the limit of tokens. */
  public static final String INCOMPLETE = "incomplete";

  /** Why by rules: xAI will not talk about these facts. */
  public static final String WITHHELD = "withheld";

  /** Money of xAI: a call costs fractions of a cent. */
  public static final int USD_PRECISION = 18;

  public static final int USD_SCALE = 10;

  // Delta keeps no NOT NULL within arrays; only what says so may be null.
  public static final ColumnType RECOMMENDATIONS =
      listOf(
          new Struct()
              .add(optional("offer_id", STRING, "Id of the offer in facts"))
              .add(optional("target_es", STRING, "Whom it is for"))
              .add(optional("target_en", STRING, "Whom it is for"))
              .add(optional("offer_es", STRING, "What to do"))
              .add(optional("offer_en", STRING, "What to do"))
              .add(optional("hour", INTEGER, "From which hour on, 0 to 23, store's clock"))
              .add(
                  optional(
                      "effect_low",
                      DOUBLE,
                      "Visits a week that would take it along, at least: an assumption of"
                          + " conf/personas.yaml over counted visits, until it is measured"))
              .add(optional("effect_high", DOUBLE, "The same, at most"))
              .add(optional("measure_es", STRING, "How to see whether it worked"))
              .add(optional("measure_en", STRING, "How to see whether it worked")));

  public static final ColumnType INSIGHTS =
      listOf(
          new Struct()
              .add(optional("text_es", STRING, "What to do, with the forecast in words"))
              .add(optional("text_en", STRING, "What to do, with the forecast in words"))
              .add(optional("target_on", DATE, "Day of the forecast; null: none was made"))
              .add(optional("target_hour", INTEGER, "Hour of the forecast, store's clock"))
              .add(
                  optional(
                      "expected_tickets",
                      DOUBLE,
                      "Tickets of the whole store in that hour, of demand_forecast; null: no"
                          + " forecast"))
              .add(optional("lo80", DOUBLE, "Four times in five no fewer; null: no forecast"))
              .add(optional("hi80", DOUBLE, "Four times in five no more; null: no forecast")));

  public static final TableSpec TABLE =
      new TableSpec(
          "segment_personas",
          "One row per store, as-of day, segment type and segment with visits enough to tell of",
          List.of(STORE_ID, AS_OF, SEGMENT_TYPE, SEGMENT_ID),
          columns(),
          List.of(
              new Check("source_known", SOURCE + " IN ('grok', 'cache', 'rules')"),
              new Check("persona_said", "length(" + PERSONA_ES + ") > 0"),
              new Check("cost_not_negative", COST_USD + " >= 0")),
          List.of(AS_OF, STORE_ID));

  private SegmentPersonas() {}

  private static Struct columns() {
    return new Struct()
        .add(Columns.storeId())
        .add(Columns.asOf())
        .add(
            required(SEGMENT_TYPE, STRING, "temporal, basket_value, product_preference or mission"))
        .add(required(SEGMENT_ID, STRING, "Stable name within the type"))
        .add(required(PERSONA_ES, STRING, "Who comes, in Spanish"))
        .add(required(PERSONA_EN, STRING, "Who comes, in English"))
        .add(required(MARKETING_RECOMMENDATIONS, RECOMMENDATIONS, "What to offer; one or more"))
        .add(required(OPERATIONAL_INSIGHTS, INSIGHTS, "What to prepare, each with a forecast"))
        .add(required(CAMPAIGN_DRAFT, STRING, "WhatsApp message in Spanish; the owner approves it"))
        .add(required(CAMPAIGN_DRAFT_EN, STRING, "The same in English"))
        .add(
            required(
                SOURCE,
                STRING,
                "grok: answered this night; cache: an earlier answer to the same facts; rules:"
                    + " written by the product itself"))
        .add(
            required(
                REASON,
                STRING,
                "Why by rules: no_key, budget, later (too many for one night), refused (its text"
                    + " was not in the facts), or the call's status; empty for grok and cache"))
        .add(required(MODEL, STRING, "Model that answered; empty: rules"))
        .add(required(PROMPT_VERSION, STRING, "Hash of the prompt and the schema of the answer"))
        .add(required(FACTS_HASH, STRING, "SHA-256 of facts, prompt version and model asked"))
        .add(required(FACTS, STRING, "All that was known of the segment, JSON"))
        .add(
            required(
                ANSWER,
                STRING,
                "The text as it was given, JSON; {forecast} stands where the night's number goes"))
        .add(required(ANSWERED_ON, DATE, "As-of day on which the answer was given"))
        .add(
            required(
                COST_USD,
                decimal(USD_PRECISION, USD_SCALE),
                "US$ that this night's calls for the segment cost, failed ones too"))
        .add(required(WRITTEN_AT, TIMESTAMP, "When it was written, UTC"))
        .add(Columns.runId());
  }
}
