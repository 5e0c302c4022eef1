package org.colmado.insights.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.assembly.AssembledRows;

/**
 * What became of all records of some files.
 *
 * @param tickets to write, of {@link AssembledRows#TICKET}
 * @param places tickets by file, also those the lake already had, of {@link AssembledRows#PLACE}
 * @param counts numbers of records by file and disposition, of {@link AssembledRows#COUNT}
 * @param refused records, of {@link AssembledRows#REFUSED}
 */
public record ReadRecords(
    Dataset<Row> tickets, Dataset<Row> places, Dataset<Row> counts, Dataset<Row> refused) {}
