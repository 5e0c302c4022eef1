package org.colmado.insights.personas.asking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.GrokCalls;
import org.colmado.insights.table.SegmentPersonas;

/**
 * Selects the segments that are not asked about again while their facts stay the same: an earlier
 * answer was refused twice, cut at the current limits, or withheld because of its content.
 *
 * @param limits the current limits in words, as {@link GrokCalls#DETAIL} has them
 */
public record NotAskedAgain(String limits) {
  /**
   * The segments, with the reason in {@link PersonaRows#WHY}.
   *
   * @param facts rows of {@link PersonaFacts}
   * @param calls rows of {@link GrokCalls} within the time for which an answer is reused
   */
  public Dataset<Row> from(Dataset<Row> facts, Dataset<Row> calls) {
    Column isRefused =
        col(GrokCalls.PURPOSE)
            .equalTo(GrokCalls.REPAIR)
            .and(col(GrokCalls.VERDICT).startsWith(SegmentPersonas.REFUSED));
    Column isCut =
        col(GrokCalls.STATUS)
            .equalTo(SegmentPersonas.INCOMPLETE)
            .and(col(GrokCalls.DETAIL).contains(limits));
    Column isWithheld = col(GrokCalls.STATUS).equalTo(SegmentPersonas.WITHHELD);
    String[] key = {
      GrokCalls.STORE_ID, GrokCalls.SEGMENT_TYPE, GrokCalls.SEGMENT_ID, GrokCalls.FACTS_HASH
    };
    Dataset<Row> unanswerable =
        calls
            .where(isRefused.or(isCut).or(isWithheld))
            .withColumn(
                PersonaRows.WHY,
                when(isRefused, SegmentPersonas.REFUSED).otherwise(col(GrokCalls.STATUS)))
            .groupBy(col(key[0]), col(key[1]), col(key[2]), col(key[3]))
            .agg(max(PersonaRows.WHY).as(PersonaRows.WHY));

    return facts.join(unanswerable, key);
  }
}
