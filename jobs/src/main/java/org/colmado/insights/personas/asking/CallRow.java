package org.colmado.insights.personas.asking;

import java.math.BigDecimal;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.personas.asking.GrokNarrator.Call;
import org.colmado.insights.personas.grok.GrokReply;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.GrokCalls;
import org.colmado.insights.text.Sha256;

/**
 * Makes rows of {@link GrokCalls} for a segment. The reservation and the first call have the same
 * id, so that the call replaces the reservation.
 */
record CallRow(QuestionRun night, String model, SegmentQuestion due) {

  /** The reservation before a call, with its maximum cost. */
  Row reserved(BigDecimal worst) {
    return row(
        GrokCalls.ASK, GrokCalls.RESERVED, night.startedAt(), 0, 0, 0, 0, worst, "", null, null);
  }

  /** The row of a finished call. */
  Row of(Call call) {
    GrokReply reply = call.reply();

    return row(
        call.purpose(),
        call.status(),
        reply.askedAt(),
        reply.attempts(),
        reply.inputTokens(),
        reply.cachedTokens(),
        reply.outputTokens(),
        reply.mostUsd(),
        call.verdict(),
        call.accepted(),
        reply.detail().isEmpty() ? null : reply.detail());
  }

  private Row row(
      String purpose,
      String status,
      Instant askedAt,
      int attempts,
      long input,
      long cached,
      long output,
      BigDecimal usd,
      String verdict,
      String answer,
      String detail) {
    return SparkTypes.row(
        TableRow.of(GrokCalls.TABLE)
            .with(GrokCalls.CALL_ID, id(purpose))
            .with(Columns.STORE_ID, due.store())
            .with(Columns.AS_OF, night.asOf())
            .with(GrokCalls.ASKED_AT, askedAt)
            .with(GrokCalls.SEGMENT_TYPE, due.segmentType())
            .with(GrokCalls.SEGMENT_ID, due.segmentId())
            .with(GrokCalls.PURPOSE, purpose)
            .with(GrokCalls.MODEL, model)
            .with(GrokCalls.FACTS_HASH, due.factsHash())
            .with(GrokCalls.STATUS, status)
            .with(GrokCalls.ATTEMPTS, attempts)
            .with(GrokCalls.INPUT_TOKENS, input)
            .with(GrokCalls.CACHED_TOKENS, cached)
            .with(GrokCalls.OUTPUT_TOKENS, output)
            .with(GrokCalls.COST_USD, usd)
            .with(GrokCalls.VERDICT, verdict)
            .with(GrokCalls.ANSWER, answer)
            .with(GrokCalls.DETAIL, detail)
            .with(Columns.RUN_ID, night.runId()));
  }

  private String id(String purpose) {
    return Sha256.of(
        night.runId(),
        night.startedAt().toString(),
        due.store(),
        due.segmentType(),
        due.segmentId(),
        due.factsHash(),
        purpose);
  }
}
