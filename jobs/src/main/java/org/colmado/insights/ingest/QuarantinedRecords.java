package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.RejectedSales;

/** Converts rejected fragments to rows of {@link RejectedSales}, the quarantine. */
public record QuarantinedRecords(String source, Instant ingestedAt) {

  /** One row for each rejected record. */
  public Dataset<Row> from(Dataset<Row> dispositions) {
    return dispositions
        .where(col(RecordDispositions.DISPOSITION).equalTo(RecordDispositions.REJECTED))
        .select(
            lit(source).as(RejectedSales.SOURCE),
            col(Fragments.FILE),
            col(Fragments.LINE),
            col(Fragments.REASON),
            col(Fragments.DETAIL),
            col(Fragments.RECORD),
            lit(ingestedAt).as(RejectedSales.INGESTED_AT));
  }
}
