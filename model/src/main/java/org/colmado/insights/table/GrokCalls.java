package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.TIMESTAMP;
import static org.colmado.insights.schema.ColumnType.decimal;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/**
 * Calls of the xAI API and their cost. A row is written before its call with the maximum cost and
 * settled after it. A killed run, and an attempt whose response was lost, count with the maximum
 * cost.
 */
public final class GrokCalls {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String CALL_ID = "call_id";
  public static final String ASKED_AT = "asked_at";
  public static final String SEGMENT_TYPE = Segments.SEGMENT_TYPE;
  public static final String SEGMENT_ID = Segments.SEGMENT_ID;
  public static final String MODEL = "model";
  public static final String FACTS_HASH = SegmentPersonas.FACTS_HASH;
  public static final String PURPOSE = "purpose";
  public static final String STATUS = "status";
  public static final String ATTEMPTS = "attempts";
  public static final String INPUT_TOKENS = "input_tokens";
  public static final String CACHED_TOKENS = "cached_tokens";
  public static final String OUTPUT_TOKENS = "output_tokens";
  public static final String COST_USD = SegmentPersonas.COST_USD;
  public static final String VERDICT = "verdict";
  public static final String ANSWER = "answer";
  public static final String DETAIL = "detail";

  public static final String ASK = "ask";
  public static final String REPAIR = "repair";

  /** Written before the call, and left so by a run that was killed. */
  public static final String RESERVED = "reserved";

  public static final TableSpec TABLE =
      new TableSpec(
          "grok_calls",
          "One row per request to xAI",
          List.of(CALL_ID),
          new Struct()
              .add(required(CALL_ID, STRING, "Run, segment, facts and purpose, hashed"))
              .add(Columns.storeId())
              .add(Columns.asOf())
              .add(
                  required(
                      ASKED_AT,
                      TIMESTAMP,
                      "When it was sent; of a reserved row when the run began, UTC"))
              .add(required(SEGMENT_TYPE, STRING, "Type of the segment"))
              .add(required(SEGMENT_ID, STRING, "Segment"))
              .add(required(PURPOSE, STRING, "ask, or repair of an answer that did not hold"))
              .add(required(MODEL, STRING, "Model that was asked"))
              .add(required(FACTS_HASH, STRING, "As in segment_personas"))
              .add(
                  required(
                      STATUS,
                      STRING,
                      "answered, or what failed: refused_key, bad_request, rate_limited,"
                          + " server_fault, timed_out, broken, incomplete, withheld, not_asked;"
                          + " reserved: the run was killed before it could say"))
              .add(required(ATTEMPTS, INTEGER, "Requests sent, retries counted"))
              .add(required(INPUT_TOKENS, LONG, "Tokens read"))
              .add(required(CACHED_TOKENS, LONG, "Of them, those xAI had from before"))
              .add(required(OUTPUT_TOKENS, LONG, "Tokens written, reasoning counted"))
              .add(
                  required(
                      COST_USD,
                      decimal(SegmentPersonas.USD_PRECISION, SegmentPersonas.USD_SCALE),
                      "US$ as xAI says, else by tokens. Where no bill came (reserved, timed out, broken"
                          + " off, lost at a gateway) the most it may have been"))
              .add(
                  required(
                      VERDICT,
                      STRING,
                      "accepted; or refused, with what was not in the facts; empty: no answer"))
              .add(optional(ANSWER, STRING, "The text that was accepted, JSON; null: none"))
              .add(optional(DETAIL, STRING, "What failed, in words; null: nothing"))
              .add(Columns.runId()),
          List.of(
              new Check("purpose_known", PURPOSE + " IN ('ask', 'repair')"),
              new Check("cost_not_negative", COST_USD + " >= 0")),
          List.of(AS_OF, STORE_ID));

  private GrokCalls() {}
}
