package org.colmado.insights.personas.facts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.SegmentPersonas;

/**
 * Finds the facts that each segment was last asked about, if their answer can still be reused or
 * asking again would not help: store_id, segment_type, segment_id and {@link #FACTS_BEFORE}.
 *
 * @param answerDays days for which an answer is reused
 */
public record PreviousFacts(LocalDate asOf, int answerDays) {
  /** Result column: JSON of {@link FactSheet}. */
  public static final String FACTS_BEFORE = "facts_before";

  /**
   * The facts.
   *
   * @param personas of every night
   */
  public Dataset<Row> from(Dataset<Row> personas) {
    Column oldest = lit(asOf.minusDays(answerDays));
    Column isKnown =
        col(SegmentPersonas.AS_OF).gt(oldest).and(col(SegmentPersonas.AS_OF).leq(lit(asOf)));
    Column isAnswered =
        col(SegmentPersonas.SOURCE)
            .isin(SegmentPersonas.GROK, SegmentPersonas.CACHE)
            .and(col(SegmentPersonas.ANSWERED_ON).gt(oldest));
    Column isVain =
        col(SegmentPersonas.REASON)
            .isin(SegmentPersonas.REFUSED, SegmentPersonas.INCOMPLETE, SegmentPersonas.WITHHELD);

    return personas
        .where(isKnown.and(isAnswered.or(isVain)))
        .groupBy(
            col(SegmentPersonas.STORE_ID),
            col(SegmentPersonas.SEGMENT_TYPE),
            col(SegmentPersonas.SEGMENT_ID))
        .agg(max_by(col(SegmentPersonas.FACTS), col(SegmentPersonas.AS_OF)).as(FACTS_BEFORE));
  }
}
