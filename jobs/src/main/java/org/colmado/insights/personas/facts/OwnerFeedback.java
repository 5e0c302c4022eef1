package org.colmado.insights.personas.facts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.colmado.insights.personas.facts.SegmentColumns.keyed;
import static org.colmado.insights.personas.facts.SegmentColumns.listed;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.PersonaFeedback;

/** Selects the latest {@link PersonaFeedback} of each segment. */
final class OwnerFeedback {
  private OwnerFeedback() {}

  /** The latest opinion on each segment: a struct {@code feedback} of verdict and note. */
  static Dataset<Row> opinions(Dataset<Row> feedback) {
    Column said = struct(col(PersonaFeedback.VERDICT), col(PersonaFeedback.NOTE));

    return feedback
        .where(col(PersonaFeedback.PART).isNull())
        .groupBy(keyed())
        .agg(max_by(said, col(PersonaFeedback.ENTERED_AT)).as("feedback"));
  }

  /** The latest edit of each part: a list {@code edits} of part and text. */
  static Dataset<Row> edits(Dataset<Row> feedback) {
    Column text = max_by(col(PersonaFeedback.NOTE), col(PersonaFeedback.ENTERED_AT)).as("text");

    return feedback
        .where(col(PersonaFeedback.PART).isNotNull())
        .groupBy(keyed(col(PersonaFeedback.PART)))
        .agg(text)
        .groupBy(keyed())
        .agg(listed(PersonaFeedback.PART, "text").as("edits"));
  }
}
