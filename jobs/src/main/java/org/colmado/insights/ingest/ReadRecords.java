package org.colmado.insights.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.assembly.AssembledRows;
import org.colmado.insights.table.Sales;

/**
 * What became of all records of some files.
 *
 * @param tickets to write, of {@link AssembledRows#TICKET}
 * @param known tickets of the lake that may be among them: store_id and sale_id
 * @param places tickets by file, also those the lake already had, of {@link AssembledRows#PLACE}
 * @param counts numbers of records by file and disposition, of {@link AssembledRows#COUNT}
 * @param refused records, of {@link AssembledRows#REFUSED}
 */
public record ReadRecords(
    Dataset<Row> tickets,
    Dataset<Row> known,
    Dataset<Row> places,
    Dataset<Row> counts,
    Dataset<Row> refused) {
  private static final String[] KEY = {Sales.STORE_ID, Sales.SALE_ID};

  /** Keys of the tickets to write. */
  public Dataset<Row> keys() {
    return tickets.select(Sales.STORE_ID, Sales.SALE_ID);
  }

  /** Whether the lake has any of the tickets to write. */
  public boolean changesAnyKnown() {
    return !known.isEmpty() && !known.join(keys(), KEY, "left_semi").isEmpty();
  }
}
