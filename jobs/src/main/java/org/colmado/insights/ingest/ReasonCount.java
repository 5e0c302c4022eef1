package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.asc;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;

import java.util.List;
import org.colmado.insights.ingest.ticket.Fragments;

/**
 * The records that were refused for one reason.
 *
 * @param line the first of them, from 1; 0: the file as a whole
 * @param detail what was found there; null: the reason says it
 */
public record ReasonCount(String reason, long records, long line, String detail) {

  /** The reasons, the most frequent first. */
  public static List<ReasonCount> of(ReadRecords records) {
    return records
        .refused()
        .groupBy(Fragments.REASON)
        .agg(
            count(lit(1)).as("records"),
            min_by(col(Fragments.LINE), col(Fragments.LINE)),
            min_by(col(Fragments.DETAIL), col(Fragments.LINE)))
        .orderBy(desc("records"), asc(Fragments.REASON))
        .collectAsList()
        .stream()
        .map(
            row ->
                new ReasonCount(row.getString(0), row.getLong(1), row.getLong(2), row.getString(3)))
        .toList();
  }
}
