package org.colmado.insights.personas;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.SegmentPersonas;

/**
 * Turns {@link SegmentPersonas} into the last answer of Grok about each segment that is not too old
 * to be used again: store_id, segment_type, segment_id and {@link #KEPT}, a struct of as_of,
 * source, facts, facts_hash, answer, model, answered_on and cost_usd.
 *
 * @param answerDays how long it is used
 */
public record KeptAnswers(LocalDate asOf, int answerDays) {
  /** Name of the struct. */
  public static final String KEPT = "kept";

  public Dataset<Row> from(Dataset<Row> personas) {
    Column isKnown = col(SegmentPersonas.AS_OF).leq(lit(asOf));
    Column isFresh = col(SegmentPersonas.ANSWERED_ON).gt(lit(asOf.minusDays(answerDays)));
    Column kept =
        struct(
            col(SegmentPersonas.AS_OF),
            col(SegmentPersonas.SOURCE),
            col(SegmentPersonas.FACTS),
            col(SegmentPersonas.FACTS_HASH),
            col(SegmentPersonas.ANSWER),
            col(SegmentPersonas.MODEL),
            col(SegmentPersonas.ANSWERED_ON),
            col(SegmentPersonas.COST_USD));

    return personas
        .where(isKnown.and(isFresh))
        .where(col(SegmentPersonas.SOURCE).isin(SegmentPersonas.GROK, SegmentPersonas.CACHE))
        .groupBy(
            col(SegmentPersonas.STORE_ID),
            col(SegmentPersonas.SEGMENT_TYPE),
            col(SegmentPersonas.SEGMENT_ID))
        .agg(max_by(kept, col(SegmentPersonas.AS_OF)).as(KEPT));
  }
}
