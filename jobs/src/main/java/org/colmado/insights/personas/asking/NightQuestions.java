package org.colmado.insights.personas.asking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.SegmentPersonas;
import org.colmado.insights.table.Segments;

/**
 * Chooses the questions of a night, at most {@link QuestionBatches#MOST}: missions first, and
 * different stores each night, so that every store gets its turn.
 */
public record NightQuestions(LocalDate asOf) {
  /**
   * The questions.
   *
   * @param due rows of {@link PersonaRows#due}
   */
  public List<SegmentQuestion> from(Dataset<Row> due) {
    Column isMission = col(Segments.SEGMENT_TYPE).equalTo("mission");
    Column turn = xxhash64(col(Segments.STORE_ID), lit(asOf));

    return due
        .orderBy(
            isMission.desc(),
            turn,
            col(Segments.STORE_ID),
            col(Segments.SEGMENT_TYPE),
            col(Segments.SEGMENT_ID))
        .limit(QuestionBatches.MOST)
        .collectAsList()
        .stream()
        .map(NightQuestions::question)
        .toList();
  }

  private static SegmentQuestion question(Row row) {
    return new SegmentQuestion(
        row.getAs(Segments.STORE_ID),
        row.getAs(Segments.SEGMENT_TYPE),
        row.getAs(Segments.SEGMENT_ID),
        row.getAs(SegmentPersonas.FACTS),
        row.getAs(SegmentPersonas.FACTS_HASH));
  }
}
