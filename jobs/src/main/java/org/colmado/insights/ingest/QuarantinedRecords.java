package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.assembly.AssembledRows;
import org.colmado.insights.table.RejectedSales;

/** Converts rejected fragments to rows of {@link RejectedSales}, the quarantine. */
public record QuarantinedRecords(String source, Instant ingestedAt) {

  /**
   * One row for each rejected record.
   *
   * @param refused of {@link AssembledRows#REFUSED}
   */
  public Dataset<Row> from(Dataset<Row> refused) {
    return refused
        .withColumn(RejectedSales.SOURCE, lit(source))
        .withColumn(RejectedSales.INGESTED_AT, lit(ingestedAt));
  }
}
